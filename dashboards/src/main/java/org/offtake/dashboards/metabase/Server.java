package org.offtake.dashboards.metabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.offtake.outbound.http.Answer;
import org.offtake.outbound.http.Api;
import org.offtake.outbound.http.Call;

/** What is there in a Metabase. */
interface Server {
    /** Metabase's own name for where collections begin. */
    String TOP = "root";

    /** One thing by its path; empty when it is not there. */
    Optional<JsonNode> find(String path);

    /** A list or the like, which is always there. */
    JsonNode get(Call call);

    /** What is in a collection, or at the {@link #TOP}; without what is in the trash. */
    default JsonNode items(String collection, String model) {
        Call call = Call.get("/api/collection/" + collection + "/items")
                .with("models", model)
                .with("archived", false)
                .with("include_can_run_adhoc_query", false)
                .with("show_dashboard_questions", false);
        return get(collection.equals(TOP) ? call.with("include_library", false) : call)
                .path("data");
    }

    /** Everything that is in a collection, of whatever kind. */
    default JsonNode items(long collection) {
        return get(Call.get("/api/collection/" + collection + "/items")
                        .with("archived", false)
                        .with("include_can_run_adhoc_query", false)
                        .with("show_dashboard_questions", false))
                .path("data");
    }

    static Server of(Api api) {
        return new Server() {
            @Override
            public Optional<JsonNode> find(String path) {
                return api.find(Call.get(path)).map(Answer::json);
            }

            @Override
            public JsonNode get(Call call) {
                return api.call(call).json();
            }
        };
    }

    /** One that nobody has set up yet, and that therefore tells nothing. */
    static Server fresh() {
        return new Server() {
            @Override
            public Optional<JsonNode> find(String path) {
                return Optional.empty();
            }

            @Override
            public JsonNode get(Call call) {
                return JsonNodeFactory.instance.objectNode();
            }
        };
    }
}
