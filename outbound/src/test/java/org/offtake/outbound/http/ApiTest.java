package org.offtake.outbound.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiTest {
    private final Counterpart counterpart = new Counterpart();
    private final List<Duration> pauses = new ArrayList<>();
    private final Api api = api(counterpart.address(), Authentication.none());

    @AfterEach
    void close() {
        counterpart.close();
    }

    record Run(String dagRunId, Optional<Instant> logicalDate, Instant runAfter) {}

    @Test
    void a_body_is_read_by_the_names_of_the_record_and_may_have_more() {
        counterpart.answers(
                200,
                "{\"dag_run_id\":\"é\",\"logical_date\":null,\"run_after\":\"2026-03-05T04:30:00Z\",\"new\":{\"a\":1}}");

        assertThat(api.call(Call.get("/runs/1")).as(Run.class))
                .isEqualTo(new Run("é", Optional.empty(), Instant.parse("2026-03-05T04:30:00Z")));
    }

    @Test
    void names_are_encoded_and_an_address_may_end_in_a_slash_or_lie_deeper() {
        counterpart.answers(200, "{}");

        api(counterpart.address().resolve("/below/"), Authentication.none())
                .call(Call.get("/runs/" + Call.segment("manual a/b+c"))
                        .with("after", "2026-03-05T00:00:00+01:00")
                        .with("limit", 5));

        assertThat(counterpart.lines())
                .containsExactly("GET /below/runs/manual%20a%2Fb%2Bc?after=2026-03-05T00%3A00%3A00%2B01%3A00&limit=5");
    }

    @Test
    void a_null_in_a_body_is_sent_as_null() {
        counterpart.answers(200, "{}");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putNull("logical_date");

        api.call(Call.post("/runs", body));

        assertThat(counterpart.asked().get(0).body()).isEqualTo("{\"logical_date\":null}");
    }

    @Test
    void what_may_be_sent_twice_is_sent_again_after_pauses_that_grow() {
        counterpart
                .answers(502, "")
                .answers(429, "", Map.of("Retry-After", "7"))
                .answers(503, "")
                .answers(200, "[]");

        assertThat(api.call(Call.get("/runs")).json()).isEmpty();
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(7), Duration.ofSeconds(2));
    }

    @Test
    void it_is_not_sent_for_ever_and_a_long_retry_after_is_cut_short() {
        for (int i = 0; i < 4; i++) {
            counterpart.answers(503, "{\"detail\":\"database is locked\"}", Map.of("Retry-After", "86400"));
        }

        assertThatThrownBy(() -> api.call(Call.get("/runs")))
                .isInstanceOfSatisfying(ApiException.class, failure -> assertThat(failure.retry())
                        .isTrue())
                .hasMessageContaining("refused GET /runs with 503: database is locked; try again");
        assertThat(pauses).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    @Test
    void a_post_whose_answer_is_lost_is_sent_once_unless_it_says_that_twice_does_no_harm() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        counterpart.hangsUp();
        assertThatThrownBy(() -> api.call(Call.post("/runs", body)))
                .isInstanceOfSatisfying(ApiException.class, failure -> assertThat(failure.status())
                        .isEmpty())
                .hasMessageContaining("did not answer POST /runs");
        counterpart.hangsUp().answers(201, "{}");

        assertThat(api.call(Call.post("/runs", body).asRepeatable()).status()).isEqualTo(201);
        assertThat(pauses).containsExactly(Duration.ofMillis(500));
        assertThat(counterpart.lines()).hasSize(3);
    }

    @Test
    void a_token_is_got_once_and_once_more_when_it_is_not_accepted_any_longer() {
        List<String> tokens = new ArrayList<>(List.of("first", "second"));
        SignIn signIn = new SignIn("Authorization", "Bearer ", "pass", () -> tokens.remove(0));
        Api signedIn = api(counterpart.address(), signIn);
        counterpart.answers(200, "1").answers(200, "2").answers(401, "").answers(200, "3");

        signedIn.call(Call.get("/a"));
        signedIn.call(Call.get("/b"));
        signedIn.call(Call.post("/c", JsonNodeFactory.instance.objectNode()));

        assertThat(counterpart.asked())
                .extracting(asked -> asked.token().orElse(""))
                .containsExactly("Bearer first", "Bearer first", "Bearer first", "Bearer second");
    }

    @Test
    void a_new_token_that_is_not_accepted_either_is_a_refusal() {
        List<String> tokens = new ArrayList<>(List.of("first", "second"));
        Api signedIn =
                api(counterpart.address(), new SignIn("Authorization", "Bearer ", "pass", () -> tokens.remove(0)));
        counterpart.answers(401, "").answers(401, "{\"detail\":\"Invalid JWT second for pass\"}");

        assertThatThrownBy(() -> signedIn.call(Call.get("/a")))
                .hasMessageContaining("with 401: Invalid JWT *** for ***; correct the user and password");
    }

    @Test
    void what_is_wrong_with_which_part_of_a_request_is_said_without_what_was_sent() {
        counterpart.answers(
                422,
                "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"logical_date\"],\"msg\":\"Field required\","
                        + "\"input\":{\"password\":\"s3cret\"}}]}");

        ApiException refused = catchThrowableOfType(ApiException.class, () -> api.call(Call.get("/runs")));

        assertThat(refused.detail()).isEqualTo("body.logical_date: Field required");
        assertThat(refused.is(422)).isTrue();
        assertThat(refused.retry()).isFalse();
    }

    @Test
    void other_forms_of_saying_no_are_read_as_well() {
        assertThat(Detail.of("Not found.")).isEqualTo("Not found.");
        assertThat(Detail.of("\"API endpoint does not exist.\"")).isEqualTo("API endpoint does not exist.");
        assertThat(Detail.of("{\"errors\":{\"name\":\"must not be blank\",\"display\":\"is unknown\"}}"))
                .isEqualTo("name: must not be blank; display: is unknown");
        assertThat(Detail.of("{\"message\":\"You don't have permissions\",\"trace\":[\"a\"]}"))
                .isEqualTo("You don't have permissions");
        assertThat(Detail.of("{\"detail\":{\"reason\":\"not_found\",\"message\":\"no such run\"}}"))
                .isEqualTo("no such run");
        assertThat(Detail.of("<html><body>Bad gateway</body></html>")).isEmpty();
        assertThat(Detail.of("")).isEmpty();
    }

    @Test
    void a_redirect_is_not_followed_with_the_key_in_hand() {
        counterpart.answers(302, "", Map.of("Location", "https://login.example.com/?back=k3y"));
        Api keyed = api(counterpart.address(), Authentication.key("x-api-key", "k3y"));

        assertThatThrownBy(() -> keyed.call(Call.get("/a")))
                .hasMessageContaining("with 302; it points to https://login.example.com/?back=***");
        assertThat(counterpart.lines()).hasSize(1);
    }

    @Test
    void a_page_instead_of_json_says_that_the_address_may_be_wrong() {
        counterpart.answers(200, "<!doctype html>");

        assertThatThrownBy(() -> api.call(Call.get("/a")).json())
                .hasMessageContaining("is not JSON; see whether the address is that of the system itself");
    }

    @Test
    void a_system_that_is_not_there_is_away() {
        counterpart.close();

        assertThatThrownBy(() -> api.call(Call.get("/a")))
                .isInstanceOfSatisfying(ApiException.class, failure -> assertThat(failure.retry())
                        .isTrue())
                .hasMessageStartingWith("the counterpart (http://127.0.0.1:")
                .hasMessageContaining("see whether it is running and whether the address is right");
    }

    private Api api(URI address, Authentication authentication) {
        return new Api("the counterpart", address, authentication, Duration.ofSeconds(5), pauses::add);
    }
}
