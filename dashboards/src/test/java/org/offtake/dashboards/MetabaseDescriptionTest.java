package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.offtake.dashboards.metabase.standin.Exchange;

/**
 * What is said to Metabase, and what its stand-in answers, against the descriptions of its API.
 *
 * <p>All other tests on the stand-in hold what they say against them too; here it is shown that every call is among it, and that
 * the descriptions bite.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetabaseDescriptionTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    @BeforeAll
    void migrate() {
        WAREHOUSE.migrate();
    }

    @BeforeEach
    void skipped_where_the_descriptions_are_not() {
        assumeThat(MetabaseDesk.DESCRIPTIONS)
                .as("shared/openapi beside the checkout")
                .isPresent();
    }

    private static List<String> problems(Exchange exchange) {
        return MetabaseDesk.DESCRIPTIONS.orElseThrow().problems(exchange);
    }

    private static List<Exchange> everything() {
        try (MetabaseDesk desk = new MetabaseDesk(WAREHOUSE, MetabaseDesk.VERSION)) {
            desk.publish();
            desk.byHand("card", desk.card("Net by month"), "display", MetabaseDesk.text("pie"));
            desk.standIn.endSessions();
            desk.standIn.conflict(1);
            desk.standIn.collectionGraph().withObject("/groups/1").put("root", "read");
            desk.only(
                    "signals",
                    dashboard ->
                            MetabaseDesk.with(dashboard, new Words("Signalen nu", "Signals now"), dashboard.items()));
            desk.metabase().publish(true);
            desk.languages = List.of(Language.NL);
            desk.metabase().prune(true);
            desk.metabase().drift();
            return desk.standIn.exchanges();
        }
    }

    @Test
    void everything_that_is_asked_and_answered_is_as_described() {
        List<Exchange> exchanges = everything();
        assertThat(exchanges).hasSizeGreaterThan(300);
        assertThat(exchanges)
                .extracting(exchange ->
                        exchange.method() + " " + exchange.path().replaceAll("/([-_A-Za-z0-9]{21}|\\d+)", "/*"))
                .contains(
                        "GET /api/session/properties",
                        "POST /api/setup",
                        "POST /api/session",
                        "GET /api/database",
                        "POST /api/database",
                        "PUT /api/database/*",
                        "POST /api/database/*/sync_schema",
                        "GET /api/permissions/group",
                        "POST /api/permissions/group",
                        "GET /api/permissions/graph",
                        "PUT /api/permissions/graph",
                        "GET /api/collection/graph",
                        "PUT /api/collection/graph",
                        "POST /api/collection",
                        "PUT /api/collection/*",
                        "GET /api/collection/root/items",
                        "POST /api/card",
                        "GET /api/card/*",
                        "PUT /api/card/*",
                        "POST /api/dashboard",
                        "GET /api/dashboard/*",
                        "PUT /api/dashboard/*");
        assertThat(exchanges.stream()
                        .flatMap(exchange -> problems(exchange).stream())
                        .distinct())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void what_is_otherwise_is_noticed(String why, Exchange exchange, String problem) {
        assertThat(problems(exchange)).as(why).isNotEmpty().anyMatch(found -> found.contains(problem));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                sent(
                        "a text where a number is to be",
                        "PUT",
                        "/api/dashboard/7",
                        MetabaseBodies.place(one -> one.put("row", "first")),
                        "/row"),
                sent(
                        "a place without its size",
                        "PUT",
                        "/api/dashboard/7",
                        MetabaseBodies.place(one -> one.remove("size_x")),
                        "size_x"),
                sent(
                        "a place without its card",
                        "PUT",
                        "/api/dashboard/7",
                        MetabaseBodies.place(one -> one.remove("card_id")),
                        "card_id"),
                sent(
                        "a filter without a type",
                        "PUT",
                        "/api/dashboard/7",
                        MetabaseBodies.filter(one -> one.remove("type")),
                        "type"),
                sent(
                        "a filter of no known type",
                        "PUT",
                        "/api/dashboard/7",
                        MetabaseBodies.filter(one -> one.put("type", "string/is")),
                        "/type"),
                sent("a tab without a name", "PUT", "/api/dashboard/7", MetabaseBodies.tab(), "name"),
                sent(
                        "a card of no known type",
                        "POST",
                        "/api/card",
                        MetabaseBodies.card(one -> one.put("type", "chart")),
                        "/type"),
                sent(
                        "a card without a query",
                        "POST",
                        "/api/card",
                        MetabaseBodies.card(one -> one.remove("dataset_query")),
                        "dataset_query"),
                sent(
                        "settings that are no object",
                        "POST",
                        "/api/card",
                        MetabaseBodies.card(one -> one.put("visualization_settings", 1)),
                        "visualization_settings"),
                sent(
                        "a right that there is not",
                        "PUT",
                        "/api/collection/graph",
                        MetabaseBodies.graph(),
                        "/groups/3/5"),
                sent("a database of no known engine", "POST", "/api/database", MetabaseBodies.database(), "/engine"),
                sent("a setup without a password", "POST", "/api/setup", MetabaseBodies.setup(), "password"),
                sent("a login with more than is asked", "POST", "/api/session", MetabaseBodies.login(), "more"),
                sent(
                        "a path that there is not",
                        "POST",
                        "/api/dashboards",
                        MetabaseDesk.object(),
                        "nothing describes this path"),
                sent(
                        "a path with too much",
                        "PUT",
                        "/api/card/7/now",
                        MetabaseDesk.object(),
                        "nothing describes this path"),
                asked("a parameter that there is not", Map.of("modles", "card"), "?modles, which nothing describes"),
                asked("a parameter of another type", Map.of("archived", "maybe"), "?archived"),
                asked("a kind that there is not", Map.of("models", "cards"), "?models"),
                answered(
                        "an answer without a name",
                        "/api/card/7",
                        MetabaseDesk.object().put("id", 7).put("archived", false),
                        "name"),
                answered(
                        "an answer whose number is a text",
                        "/api/dashboard/7",
                        MetabaseDesk.object().put("id", "7"),
                        "/id"),
                answered(
                        "a list whose parts are not",
                        "/api/database",
                        MetabaseDesk.object().put("data", "none"),
                        "/data"));
    }

    private static Arguments sent(String why, String method, String path, ObjectNode body, String problem) {
        return Arguments.of(
                why, new Exchange(method, path, queries(path), Optional.of(body), 200, Optional.empty()), problem);
    }

    private static Map<String, String> queries(String path) {
        return path.endsWith("graph") ? Map.of("force", "false", "skip-graph", "false") : Map.of();
    }

    private static Arguments asked(String why, Map<String, String> query, String problem) {
        return Arguments.of(
                why,
                new Exchange("GET", "/api/collection/3/items", query, Optional.empty(), 200, Optional.empty()),
                problem);
    }

    private static Arguments answered(String why, String path, JsonNode answer, String problem) {
        return Arguments.of(
                why, new Exchange("GET", path, Map.of(), Optional.empty(), 200, Optional.of(answer)), problem);
    }
}
