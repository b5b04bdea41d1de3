package org.offtake.schedules.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.offtake.outbound.http.ApiException;

/** Answers that a real server gives seldom. */
class AirflowAnswersTest {
    private static final String RUNS = "/api/v2/dags/offtake_x/dagRuns";

    private final Map<String, String> answers = new TreeMap<>();
    private final HttpServer server;
    private final Airflow airflow;

    AirflowAnswersTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        airflow =
                new Airflow(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "us", "secret-word");
    }

    @BeforeEach
    void start() {
        answers.put("GET /api/v2/version", "200 {\"version\":\"3.4.0\"}");
        answers.put("POST /auth/token", "201 {\"access_token\":\"t0ken\"}");
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void airflow_2_is_refused_by_its_version() {
        answers.remove("GET /api/v2/version");
        answers.put("GET /api/v1/version", "200 {\"version\":\"2.10.5\"}");

        assertThatThrownBy(() -> airflow.dag("offtake_x"))
                .hasMessageContaining("is version 2.10.5; Offtake needs Airflow 3: name such a server");
    }

    @Test
    void what_is_no_airflow_is_told_apart() {
        answers.remove("GET /api/v2/version");

        assertThatThrownBy(() -> airflow.dag("offtake_x"))
                .hasMessageContaining("does not answer as Airflow 3 does; correct 'url' of 'airflow'");
    }

    @Test
    void a_run_of_that_id_that_is_there_is_the_one_that_was_asked_for_when_it_was_asked_for_with_the_same() {
        answers.put("POST " + RUNS, "409 {\"detail\":\"The run exists\"}");
        answers.put("GET " + RUNS + "/a__1", run("{\"business_date\":\"2026-03-01\"}"));

        assertThat(airflow.trigger("offtake_x", "a__1", conf("2026-03-01"), "").dagRunId())
                .isEqualTo("a__1");
        assertThatThrownBy(() -> airflow.trigger("offtake_x", "a__1", conf("2026-03-02"), ""))
                .isInstanceOfSatisfying(ApiException.class, failure -> assertThat(failure.is(409))
                        .isTrue())
                .hasMessageContaining("with 409: The run exists");
    }

    @Test
    void a_refusal_tells_the_part_of_the_request_that_is_wrong_and_no_secret() {
        answers.put(
                "POST " + RUNS,
                "422 {\"detail\":[{\"loc\":[\"body\",\"conf\"],\"msg\":\"no secret-word of t0ken\",\"input\":\"secret-word\"}]}");

        assertThatThrownBy(() -> airflow.trigger("offtake_x", "a__1", conf("2026-03-02"), ""))
                .hasMessageContaining("with 422: body.conf: no *** of ***; correct what it says");
    }

    @Test
    void a_file_that_cannot_be_read_is_told_with_its_line() {
        ImportError error = new ImportError("sub/offtake_x.py", Instant.EPOCH, """
                Traceback (most recent call last):
                  File "/venv/airflow/x.py", line 9, in load
                  File "/dags/sub/offtake_x.py", line 12, in <module>
                    from a import b
                ImportError: cannot import name 'b'
                """);

        assertThat(error.isOf("offtake_x.py")).isTrue();
        assertThat(error.isOf("take_x.py")).isFalse();
        assertThat(error.told()).isEqualTo("sub/offtake_x.py line 12: ImportError: cannot import name 'b'");
    }

    @Test
    void a_list_is_read_page_by_page_to_its_end() {
        String error = "{\"filename\":\"x.py\",\"timestamp\":\"2026-11-26T16:00:00Z\",\"stack_trace\":\"\"}";
        answers.put("GET /api/v2/importErrors?limit=100&offset=0", errors(Collections.nCopies(100, error)));
        answers.put("GET /api/v2/importErrors?limit=100&offset=100", errors(Collections.nCopies(2, error)));

        assertThat(airflow.importErrors()).hasSize(102);
    }

    private static String errors(List<String> errors) {
        return "200 {\"import_errors\":[" + String.join(",", errors) + "],\"total_entries\":102}";
    }

    private static ObjectNode conf(String date) {
        return Airflow.object().put("business_date", date);
    }

    private static String run(String conf) {
        return "200 {\"dag_id\":\"offtake_x\",\"dag_run_id\":\"a__1\",\"run_type\":\"manual\",\"state\":\"queued\","
                + "\"run_after\":\"2026-11-26T16:00:00Z\",\"start_date\":null,\"end_date\":null,\"conf\":" + conf + "}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String answer = answers.getOrDefault(asked, "404 {\"detail\":\"Not Found\"}");
        byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
