package org.offtake.schedules.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offtake.outbound.http.Answer;
import org.offtake.outbound.http.ApiException;
import org.offtake.outbound.http.Call;

/** The requests that are made of a server of Airflow 3, each as its own description of them says. */
final class Airflow {
    private final Server server;

    /** Signs in with the user and password when the first request is made; the token is kept. */
    Airflow(URI url, String user, String password) {
        this.server = new Server(url, user, password);
    }

    Optional<Dag> dag(String dagId) {
        return server.found(Call.get(dag(dagId, ""))).map(answer -> answer.as(Dag.class));
    }

    /** The text that the server has read the DAG from; empty where it knows none. */
    Optional<String> source(String dagId) {
        return server.found(Call.get("/api/v2/dagSources/" + Call.segment(dagId)))
                .map(answer -> answer.json().path("content").asText());
    }

    List<ImportError> importErrors() {
        return server.pages(Call.get("/api/v2/importErrors"), "import_errors", ImportError.class);
    }

    /** Asks that the file of a DAG is read soon; whether it is asked for already makes no difference. */
    void parse(Dag dag) {
        try {
            server.call(Call.put("/api/v2/parseDagFile/" + Call.segment(dag.fileToken())));
        } catch (ApiException queued) {
            if (!queued.is(409)) {
                throw queued;
            }
        }
    }

    void pause(String dagId, boolean paused) {
        Call patch = Call.patch(dag(dagId, ""), object().put("is_paused", paused));
        server.call(patch.with("update_mask", "is_paused").asRepeatable());
    }

    Optional<DagRun> run(String dagId, String runId) {
        return server.found(Call.get(dag(dagId, "/dagRuns/" + Call.segment(runId))))
                .map(answer -> answer.as(DagRun.class));
    }

    List<DagRun> newest(String dagId, int count) {
        Call call =
                Call.get(dag(dagId, "/dagRuns")).with("order_by", "-run_after").with("limit", count);
        Optional<Answer> answer = server.found(call);
        List<DagRun> runs = new ArrayList<>();
        answer.ifPresent(it -> it.json().path("dag_runs").forEach(run -> runs.add(it.as(run, DagRun.class))));
        return runs;
    }

    /**
     * Makes a run of this id, or gives the one that there is; so when the answer to the first request was lost.
     *
     * @param conf what it is asked for with
     */
    DagRun trigger(String dagId, String runId, ObjectNode conf, String note) {
        ObjectNode body = object();
        body.put("dag_run_id", runId);
        body.putNull("logical_date"); // must be there, also when it is null
        body.set("conf", conf);
        body.put("note", note);
        try {
            return server.call(Call.post(dag(dagId, "/dagRuns"), body)).as(DagRun.class);
        } catch (ApiException failure) {
            boolean mayBeThere = failure.is(409) || failure.retry();
            return (mayBeThere ? run(dagId, runId) : Optional.<DagRun>empty())
                    .filter(there -> there.conf().equals(conf))
                    .orElseThrow(() -> failure);
        }
    }

    List<TaskInstance> tasks(String dagId, String runId) {
        return server.pages(
                Call.get(dag(dagId, "/dagRuns/" + Call.segment(runId) + "/taskInstances")),
                "task_instances",
                TaskInstance.class);
    }

    /** The tasks of all runs that were to start from this instant on. */
    List<TaskInstance> tasksSince(String dagId, Instant since) {
        Call call = Call.get(dag(dagId, "/dagRuns/~/taskInstances")).with("run_after_gte", since);
        return server.pages(call, "task_instances", TaskInstance.class);
    }

    /**
     * What came before a run that was started by what ran before it; empty while another run that the same started has not
     * begun, as Airflow 3.3 fails over that.
     */
    JsonNode upstreamEvents(String dagId, String runId) {
        try {
            return server.call(Call.get(dag(dagId, "/dagRuns/" + Call.segment(runId) + "/upstreamAssetEvents")))
                    .json()
                    .path("asset_events");
        } catch (ApiException failure) {
            if (failure.is(500)) {
                return JsonNodeFactory.instance.arrayNode();
            }
            throw failure;
        }
    }

    /** What a try of a task said, and what Airflow did about it. */
    JsonNode log(String dagId, TaskInstance task, int attempt) {
        Call call = Call.get(dag(
                dagId,
                "/dagRuns/" + Call.segment(task.dagRunId()) + "/taskInstances/" + Call.segment(task.taskId()) + "/logs/"
                        + attempt));
        return server.found(call).map(Answer::json).orElse(object());
    }

    /** Lets the tasks of a run go on that are not done, or all of them. */
    void clear(String dagId, String runId, boolean onlyFailed) {
        ObjectNode body = object();
        body.put("dry_run", false); // which is true where it is not said
        body.put("dag_run_id", runId);
        body.put("only_failed", onlyFailed);
        body.put("reset_dag_runs", true);
        server.call(Call.post(dag(dagId, "/clearTaskInstances"), body));
    }

    /** The times between two instants, both in it, that a backfill would make a run for. */
    List<Instant> wouldBackfill(String dagId, Instant from, Instant to) {
        Answer answer = server.call(Call.post("/api/v2/backfills/dry_run", backfill(dagId, from, to))
                .asRepeatable());
        List<Instant> times = new ArrayList<>();
        answer.json()
                .path("backfills")
                .forEach(one -> times.add(Instant.parse(one.path("logical_date").asText())));
        return times;
    }

    /**
     * Makes a run for each time between two instants that has none, one after the other; so when the answer was lost, or the
     * server failed after it had made them.
     */
    void backfillBetween(String dagId, Instant from, Instant to) {
        try {
            server.call(Call.post("/api/v2/backfills", backfill(dagId, from, to)));
        } catch (ApiException failure) {
            if (!failure.retry() || !wouldBackfill(dagId, from, to).isEmpty()) {
                throw failure;
            }
        }
    }

    private static ObjectNode backfill(String dagId, Instant from, Instant to) {
        return object().put("dag_id", dagId)
                .put("from_date", from.toString())
                .put("to_date", to.toString())
                .put("reprocess_behavior", "none")
                .put("max_active_runs", 1);
    }

    /** Sets a pool's slots; false when they were so. */
    boolean pool(String name, int slots) {
        String path = "/api/v2/pools/" + Call.segment(name);
        Optional<JsonNode> known = server.found(Call.get(path)).map(Answer::json);
        if (known.isEmpty()) {
            server.call(Call.post(
                    "/api/v2/pools",
                    object().put("name", name)
                            .put("slots", slots)
                            .put("description", "commands of Offtake at a time")));
            return true;
        }
        if (known.get().path("slots").asInt() == slots) {
            return false;
        }
        server.call(Call.patch(path, object().put("slots", slots))
                .with("update_mask", "slots")
                .asRepeatable());
        return true;
    }

    /** Sets a variable; false when it was so. */
    boolean variable(String key, String value) {
        String path = "/api/v2/variables/" + Call.segment(key);
        Optional<JsonNode> known = server.found(Call.get(path)).map(Answer::json);
        ObjectNode body = object().put("key", key).put("value", value);
        if (known.isEmpty()) {
            server.call(Call.post("/api/v2/variables", body));
            return true;
        }
        if (known.get().path("value").asText().equals(value)) {
            return false;
        }
        server.call(Call.patch(path, body).with("update_mask", "value").asRepeatable());
        return true;
    }

    private static String dag(String dagId, String rest) {
        return "/api/v2/dags/" + Call.segment(dagId) + rest;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public String toString() {
        return server.toString();
    }
}
