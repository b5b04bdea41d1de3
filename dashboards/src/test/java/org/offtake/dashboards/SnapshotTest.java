package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offtake.dashboards.Visitor.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.serving.Runs;

class SnapshotTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    private static final String TABLE = "    shows: table\n    title: {nl: a, en: a}\n    about: {nl: a, en: a}\n";

    @TempDir
    Path dashboards;

    @BeforeEach
    void an_empty_warehouse() {
        WAREHOUSE.run("drop schema if exists mart cascade", "drop schema if exists app cascade", "create schema mart");
    }

    private void dashboard(String first, String second) throws IOException {
        Path folder = Files.createDirectories(dashboards.resolve("probe"));
        Files.writeString(
                folder.resolve("dashboard.yml"),
                """
                        title: {nl: Proef, en: Probe}
                        question: {nl: Klopt het?, en: Is it right?}
                        owner: tests
                        filters: {company: companies}
                        columns:
                          amount: {is: count, nl: Bedrag, en: Amount}
                        items:
                        """ + "  - name: first\n" + TABLE + "    columns: [amount]\n" + "  - name: second\n" + TABLE
                        + "    columns: [amount]\n");
        Files.writeString(folder.resolve("companies.sql"), "select 'a' as value");
        Files.writeString(folder.resolve("first.sql"), first);
        Files.writeString(folder.resolve("second.sql"), second);
    }

    @Test
    void an_answer_belongs_to_one_run_while_another_is_published() throws Exception {
        WAREHOUSE.migrate();
        WAREHOUSE.publish("create table mart.figure (amount bigint)", "insert into mart.figure values (1)");
        dashboard(
                "select amount from mart.figure cross join pg_advisory_xact_lock_shared(42)",
                "select amount from mart.figure");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (ViewerServer viewer = WAREHOUSE.viewer(dashboards);
                Connection gate = WAREHOUSE.owner().connect()) {
            Visitor visitor = Visitor.signedIn(viewer);
            Warehouse.run(gate, "select pg_advisory_lock(42)");
            Future<JsonNode> slow = other.submit(() -> visitor.json("/api/dashboard/probe"));
            while (!Warehouse.someoneWaits(gate) && !slow.isDone()) {
                Thread.sleep(20);
            }
            long published = WAREHOUSE.publish("update mart.figure set amount = 2");
            Warehouse.run(gate, "select pg_advisory_unlock(42)");
            JsonNode answer = slow.get();
            assertThat(answer.get("run").get("id").asLong()).isLessThan(published);
            assertThat(item(answer, "first").get("rows").get(0).get("amount").asInt())
                    .isEqualTo(1);
            assertThat(item(answer, "second").get("rows").get(0).get("amount").asInt())
                    .isEqualTo(1);
            JsonNode next = visitor.json("/api/dashboard/probe");
            assertThat(next.get("run").get("id").asLong()).isEqualTo(published);
            assertThat(item(next, "second").get("rows").get(0).get("amount").asInt())
                    .isEqualTo(2);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void an_item_that_cannot_be_computed_leaves_the_others_alone() throws IOException {
        WAREHOUSE.migrate();
        WAREHOUSE.publish();
        dashboard("select amount from mart.not_yet", "select 7 as amount");
        try (ViewerServer viewer = WAREHOUSE.viewer(dashboards)) {
            JsonNode answer = Visitor.signedIn(viewer).json("/api/dashboard/probe");
            assertThat(item(answer, "first").get("status").asText()).isEqualTo("missing");
            assertThat(item(answer, "first").get("table").asText()).isEqualTo("mart.not_yet");
            assertThat(item(answer, "second").get("rows").get(0).get("amount").asInt())
                    .isEqualTo(7);
        }
        dashboard("select 1 / 0 as amount", "select n as amount from generate_series(1, 6000) as n");
        try (ViewerServer viewer = WAREHOUSE.viewer(dashboards)) {
            JsonNode answer = Visitor.signedIn(viewer).json("/api/dashboard/probe");
            assertThat(item(answer, "first").get("message").asText()).isEqualTo("first.sql: division by zero");
            assertThat(item(answer, "second").get("message").asText()).contains("more than 5000 rows");
        }
    }

    @Test
    void a_select_that_writes_is_refused_by_the_database() throws IOException {
        WAREHOUSE.migrate();
        WAREHOUSE.publish("create table mart.figure (amount bigint)");
        dashboard(
                "with written as (insert into mart.figure values (1) returning amount) select amount from written",
                "select set_config('transaction_read_only', 'off', false) as amount");
        try (ViewerServer viewer = ViewerServer.start(
                WAREHOUSE.owner(), WAREHOUSE.owner(), List.of(dashboards), 0, Warehouse.COMPANIES, Warehouse.CLOCK)) {
            JsonNode answer = Visitor.signedIn(viewer).json("/api/dashboard/probe");
            assertThat(item(answer, "first").get("message").asText()).contains("read-only transaction");
            assertThat(item(answer, "second").get("message").asText())
                    .contains("cannot set transaction read-write mode");
        }
    }

    @Test
    void a_failed_run_is_told_above_the_figures_of_the_published_one_until_a_run_publishes() throws IOException {
        WAREHOUSE.migrate();
        long published = WAREHOUSE.publish();
        dashboard("select 1 as amount", "select 2 as amount");
        long failed = Runs.start(WAREHOUSE.owner(), Warehouse.BUSINESS_DATE.plusDays(1));
        try (ViewerServer viewer = WAREHOUSE.viewer(dashboards)) {
            Visitor visitor = Visitor.signedIn(viewer);
            assertThat(visitor.json("/api/dashboard/probe").has("banner")).isFalse();
            Runs.fail(WAREHOUSE.owner(), failed, "3 order lines have no customer");
            JsonNode answer = visitor.json("/api/dashboard/probe");
            assertThat(answer.get("run").get("id").asLong()).isEqualTo(published);
            assertThat(answer.get("banner").get("run").asLong()).isEqualTo(failed);
            assertThat(answer.get("banner").get("message").asText()).isEqualTo("3 order lines have no customer");
            String since = answer.get("banner").get("since").asText();

            long again = Runs.start(WAREHOUSE.owner(), Warehouse.BUSINESS_DATE.plusDays(2));
            JsonNode meanwhile = visitor.json("/api/dashboard/probe").get("banner");
            assertThat(meanwhile.get("run").asLong()).isEqualTo(failed);
            Runs.fail(WAREHOUSE.owner(), again, "2 order lines have no customer");
            JsonNode banner = visitor.json("/api/dashboard/probe").get("banner");
            assertThat(banner.get("run").asLong()).isEqualTo(again);
            assertThat(banner.get("since").asText()).isEqualTo(since);

            WAREHOUSE.publish();
            assertThat(visitor.json("/api/dashboard/probe").has("banner")).isFalse();
        }
    }

    @Test
    void before_the_first_publication_there_is_no_run_and_no_error() throws IOException {
        WAREHOUSE.migrate();
        dashboard("select amount from mart.not_yet", "select 2 as amount");
        try (ViewerServer viewer = WAREHOUSE.viewer(dashboards)) {
            Visitor visitor = Visitor.signedIn(viewer);
            JsonNode answer = visitor.json("/api/dashboard/probe");
            assertThat(answer.has("run")).isFalse();
            assertThat(answer.get("items")).isEmpty();
            WAREHOUSE.run("drop table app.run cascade");
            assertThat(visitor.json("/api/dashboard/probe").has("run")).isFalse();
        }
    }
}
