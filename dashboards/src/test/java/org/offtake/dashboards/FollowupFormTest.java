package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write about a signal in the viewer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowupFormTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    private static final String GOOD =
            "{\"by\": \"Els\", \"status\": \"ACTED\", \"cause\": \"PRICE\", \"expected\": \"1250.50\"}";

    private ViewerServer viewer;

    @BeforeAll
    void open() {
        WAREHOUSE.migrate();
        ToldSignal.in(WAREHOUSE);
        viewer = WAREHOUSE.viewer();
    }

    @AfterAll
    void close() {
        viewer.close();
    }

    private String origin() {
        return "http://127.0.0.1:" + viewer.port();
    }

    private HttpResponse<String> post(Visitor visitor, String path, String origin, String type, String body) {
        return visitor.send(HttpRequest.newBuilder(URI.create(origin() + path))
                .header("Origin", origin)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> post(String body) {
        return post(Visitor.signedIn(viewer), ToldSignal.FORM, origin(), "application/json", body);
    }

    @Test
    void what_is_written_stands_on_the_page_at_once_as_not_yet_taken_in() {
        assertThat(post(GOOD).statusCode()).isEqualTo(201);
        JsonNode page = Visitor.signedIn(viewer).json("/api" + ToldSignal.PAGE);
        JsonNode last = page.get("followups").get(page.get("followups").size() - 1);
        assertThat(last.get("said_by").asText()).isEqualTo("Els");
        assertThat(last.get("said_date").asText()).as("the local day").isEqualTo("2026-11-23");
        assertThat(last.get("cause_code").asText()).isEqualTo("PRICE");
        assertThat(last.get("expected_amount").decimalValue()).isEqualByComparingTo("1250.50");
        assertThat(last.get("is_taken_in").asBoolean()).isFalse();
        assertThat(page.get("signal").get(0).get("party_name").asText()).isEqualTo("Hotel <b>Zwaan</b>");
    }

    @Test
    void a_form_of_another_site_of_another_kind_or_of_a_stranger_is_not_taken() {
        Visitor visitor = Visitor.signedIn(viewer);
        assertThat(post(visitor, ToldSignal.FORM, "http://evil.example", "application/json", GOOD)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(visitor, ToldSignal.FORM, origin(), "text/plain", GOOD).statusCode())
                .isEqualTo(403);
        assertThat(post(new Visitor(viewer), ToldSignal.FORM, origin(), "application/json", GOOD)
                        .statusCode())
                .isEqualTo(401);
        assertThat(post(visitor, "/api/dashboard/signals", origin(), "application/json", GOOD)
                        .statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "[] | JSON object",
                "{\"by\": \"Els\" | JSON object",
                "{\"by\": 7} | JSON object",
                "{\"by\": \"Els\", \"casue\": \"PRICE\"} | Did you mean 'cause'?",
                "{\"by\": \"Els\", \"status\": \"NOPE\"} | 'NOPE' is no status",
                "{\"status\": \"ACTED\"} | Give your name",
                "{\"by\": \"Els\", \"status\": \"ACTED\", \"expected\": \"a lot\"} | 'a lot' is no amount",
                "{\"by\": \"Els\", \"status\": \"ACTED\", \"expected\": \"-5\"} | zero or more",
                "{\"by\": \"Els\", \"status\": \"ACTED\", \"expected\": \"1e999999999\"} | and not 1E+999999999",
                "{\"by\": \"E\\u0000ls\", \"status\": \"ACTED\"} | 'by' holds a character that cannot be printed"
            })
    void what_cannot_be_kept_is_refused_with_what_is_wrong(String body, String problem) {
        HttpResponse<String> refused = post(body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(problem);
    }

    @Test
    void a_form_that_does_not_end_is_cut_off() {
        assertThat(post("{\"by\": \"" + "e".repeat(5000) + "\"}").body()).contains("shorter than 4096 bytes");
    }

    @Test
    void a_signal_that_was_never_told_has_no_page() {
        Visitor visitor = Visitor.signedIn(viewer);
        assertThat(visitor.get("/api/signal/signals/S-000099").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/api/signal/nowhere/" + ToldSignal.ID).statusCode())
                .isEqualTo(404);
    }
}
