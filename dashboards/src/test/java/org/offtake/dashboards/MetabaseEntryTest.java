package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offtake.dashboards.metabase.Change;
import org.offtake.dashboards.metabase.Change.Action;
import org.offtake.dashboards.metabase.MetabaseException;
import org.offtake.dashboards.metabase.Reach;
import org.offtake.dashboards.metabase.standin.Exchange;
import org.offtake.outbound.http.ApiException;
import org.offtake.serving.Roles;

/** Who gets in: we into Metabase, people to what was published, and Metabase into our PostgreSQL. */
class MetabaseEntryTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    private static final String KEY = "mb_planted-key-2";

    @BeforeAll
    static void migrate() {
        WAREHOUSE.migrate();
    }

    private static MetabaseDesk fresh() {
        MetabaseDesk desk = new MetabaseDesk(WAREHOUSE, MetabaseDesk.VERSION);
        desk.only("signals", dashboard -> dashboard);
        return desk;
    }

    @ParameterizedTest
    @CsvSource({"v0.56.9, a newer Metabase", "v1.66.0, Metabase v0.65", "v0.99.1-RC1, Metabase v0.65"})
    void a_version_that_is_not_known_is_refused_before_anything_is_asked(String version, String nextStep) {
        try (MetabaseDesk desk = new MetabaseDesk(WAREHOUSE, version)) {
            assertThatThrownBy(desk::publish)
                    .isInstanceOf(MetabaseException.class)
                    .hasMessageContaining("is " + version + ", and this Offtake knows v0.57 to v0.65")
                    .hasMessageContaining(nextStep);
            assertThat(desk.standIn.exchanges()).extracting(Exchange::path).containsOnly("/api/session/properties");
        }
    }

    @Test
    void what_tells_no_version_is_no_metabase() {
        try (MetabaseDesk desk = new MetabaseDesk(WAREHOUSE, "vUNKNOWN")) {
            assertThatThrownBy(() -> desk.metabase().plan()).hasMessageContaining("does not tell which version");
        }
    }

    @Test
    void a_key_of_the_administrators_is_enough_and_another_is_told_to_get_the_right() {
        try (MetabaseDesk desk = fresh()) {
            desk.standIn.withKey(KEY, true).withKey("mb_other", false);
            desk.key = Optional.of(KEY);
            assertThat(desk.publish()).containsKey(Action.CREATE);
            assertThat(desk.standIn.exchanges())
                    .extracting(Exchange::path)
                    .doesNotContain("/api/session", "/api/setup");

            desk.key = Optional.of("mb_other");
            desk.dashboards = Dashboard.readAll(List.of(Warehouse.DASHBOARDS));
            assertThatThrownBy(desk::publish)
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("403")
                    .hasMessageContaining("give that user the right");
        }
    }

    @Test
    void a_session_that_has_ended_is_opened_anew() {
        try (MetabaseDesk desk = fresh()) {
            desk.publish();
            desk.standIn.endSessions();
            assertThat(desk.publish()).isEmpty();
        }
    }

    @Test
    void only_our_groups_see_the_dashboards_and_only_analysts_ask() {
        try (MetabaseDesk desk = fresh()) {
            ObjectNode interns = desk.standIn.byHand(
                    "POST", "/api/permissions/group", MetabaseDesk.object().put("name", "Interns"));
            desk.publish();

            JsonNode seen = desk.standIn.collectionGraph().path("groups");
            assertThat(seen.path("1").properties())
                    .extracting(java.util.Map.Entry::getKey)
                    .containsExactly("root");
            assertThat(seen.path(interns.path("id").asText()).isMissingNode()).isTrue();
            assertThat(seen.path(group(desk, "Offtake management"))).hasSize(5).allMatch(access -> access.asText()
                    .equals("read"));
            assertThat(seen.path(group(desk, "Offtake analysts"))).hasSize(5);
            TreeMap<String, String> asks = new TreeMap<>();
            desk.standIn.dataGraph().path("groups").properties().forEach(group -> group.getValue()
                    .properties()
                    .forEach(database -> asks.put(
                            group.getKey() + " " + database.getKey(),
                            database.getValue().path("create-queries").asText("no"))));
            assertThat(asks.values()).hasSize(8);
            String analysts = desk.standIn
                    .store()
                    .named("database", "Offtake analysts (groothandel)")
                    .path("id")
                    .asText();
            assertThat(asks.remove(group(desk, "Offtake analysts") + " " + analysts))
                    .isEqualTo("query-builder-and-native");
            assertThat(asks.values()).containsOnly("no");
        }
    }

    private static String group(MetabaseDesk desk, String name) {
        return desk.standIn.store().named("group", name).path("id").asText();
    }

    @Test
    void the_accounts_read_the_marts_and_write_nothing() throws SQLException {
        WAREHOUSE.run("create table if not exists mart.figure (amount int)");
        try (MetabaseDesk desk = fresh()) {
            desk.publish();
            for (ObjectNode database : desk.standIn.store().all("database")) {
                try (Connection connection = enter(database);
                        Statement statement = connection.createStatement()) {
                    statement.executeQuery("select * from mart.figure").close();
                    for (String refused : List.of(
                            "insert into mart.figure values (1)",
                            "set default_transaction_read_only = off; insert into mart.figure values (1)",
                            "select * from app.metabase_object",
                            "select * from app.viewer_token",
                            "create table mart.own (x int)")) {
                        assertThat(catchThrowable(() -> statement.execute(refused)))
                                .as(refused)
                                .isInstanceOf(SQLException.class);
                    }
                }
            }
        }
    }

    @Test
    void new_passwords_take_the_place_of_the_old_ones() throws SQLException {
        try (MetabaseDesk desk = fresh()) {
            desk.publish();
            ObjectNode before = desk.standIn.store().all("database").get(0).deepCopy();
            assertThat(MetabaseDesk.told(desk.metabase().publish(true)))
                    .isEqualTo(java.util.Map.of(Action.UPDATE, List.of("database management", "database analysts")));
            assertThat(catchThrowable(() -> enter(before))).isInstanceOf(SQLException.class);
            enter(desk.standIn.store().all("database").get(0)).close();
            assertThat(desk.publish()).isEmpty();
        }
    }

    private static Connection enter(ObjectNode database) throws SQLException {
        JsonNode details = database.path("details");
        return DriverManager.getConnection(
                WAREHOUSE.owner().url(),
                details.path("user").asText(),
                details.path("password").asText());
    }

    @Test
    void no_secret_is_in_anything_that_is_told_or_remembered() {
        List<String> told = new ArrayList<>();
        List<String> secrets = new ArrayList<>(
                List.of(MetabaseDesk.PASSWORD, KEY, WAREHOUSE.owner().password()));
        try (MetabaseDesk desk = fresh()) {
            told.add(desk.metabase().toString());
            desk.metabase().plan().stream().map(Change::toString).forEach(told::add);
            desk.metabase().publish(false).stream().map(Change::toString).forEach(told::add);
            desk.standIn
                    .store()
                    .all("database")
                    .forEach(database -> secrets.add(
                            database.path("details").path("password").asText()));
            desk.standIn.withUser(MetabaseDesk.USER, "another one");
            told.add(String.valueOf(catchThrowable(desk::publish)));
            desk.key = Optional.of(KEY);
            told.add(String.valueOf(catchThrowable(desk::publish)));
            told.addAll(desk.said);
        }
        try (MetabaseDesk desk =
                fresh()) { // PostgreSQL does not let the new account in, and the answer repeats its password
            desk.dashboards = List.of();
            String account =
                    Roles.account("management", Reach.of(WAREHOUSE.owner()).name());
            WAREHOUSE.run("alter role " + account + " connection limit 0");
            Throwable refused = catchThrowable(desk::publish);
            WAREHOUSE.run("alter role " + account + " connection limit -1");
            assertThat(refused).isInstanceOf(ApiException.class).hasMessageContaining("(password=***)");
            desk.standIn.exchanges().stream()
                    .filter(exchange -> exchange.path().equals("/api/database"))
                    .flatMap(exchange -> exchange.request().stream())
                    .forEach(body ->
                            secrets.add(body.path("details").path("password").asText()));
            told.add(refused.toString());
        }
        told.add(WAREHOUSE.owner().toString());
        assertThat(secrets).hasSize(6).allMatch(secret -> secret.length() > 8);
        assertThat(told).allSatisfy(line -> assertThat(line).doesNotContain(secrets.toArray(String[]::new)));
    }
}
