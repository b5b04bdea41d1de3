package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.offtake.serving.FreshDatabase.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @RegisterExtension
    static final FreshDatabase POSTGRES = new FreshDatabase();

    @TempDir
    Path migrations;

    @BeforeEach
    void an_empty_database() {
        FreshDatabase.run(POSTGRES.owner(), "drop schema if exists app cascade", "drop schema if exists mart cascade");
    }

    @Test
    void a_second_migration_changes_nothing_and_none_prints_on_standard_output() throws IOException {
        write("V1__orders.sql", "create table mart.kpi_orders (day date, orders bigint);");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(Migrations.migrate(POSTGRES.owner(), migrations)).isEqualTo(14);
            assertThat(Migrations.migrate(POSTGRES.owner(), migrations)).isZero();
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(rows(
                        POSTGRES.owner(),
                        "select schemaname || '.' || tablename from pg_tables where schemaname in ('app', 'mart')"
                                + " order by 1"))
                .containsExactly(
                        "app.alarm",
                        "app.app_history",
                        "app.consumed",
                        "app.letter",
                        "app.mart_history",
                        "app.metabase_object",
                        "app.run",
                        "app.schedule_attempt",
                        "app.schedule_pause",
                        "app.schedule_run",
                        "app.scheduled_tasks",
                        "app.signal",
                        "app.signal_day",
                        "app.signal_event",
                        "app.signal_followup",
                        "app.signal_mute",
                        "app.source_rhythm",
                        "app.viewer_token",
                        "mart.kpi_orders");
    }

    @Test
    void an_empty_folder_of_mart_migrations_is_fine_and_a_missing_one_is_named() {
        assertThat(Migrations.migrate(POSTGRES.owner(), migrations)).isEqualTo(13);
        Path missing = migrations.resolve("nowhere");
        assertThat(catchThrowableOfType(ServingException.class, () -> Migrations.migrate(POSTGRES.owner(), missing)))
                .hasMessageContaining(missing.toString());
    }

    @Test
    void a_broken_migration_is_named_takes_nothing_with_it_and_can_be_corrected() throws IOException {
        write("V1__orders.sql", "create table mart.kpi_orders (day date);");
        write("V2__broken.sql", "create table mart.half (x int);\ncreate tabel mart.other (x int);");
        ServingException refusal =
                catchThrowableOfType(ServingException.class, () -> Migrations.migrate(POSTGRES.owner(), migrations));
        assertThat(refusal)
                .hasMessageContaining("V2__broken.sql")
                .hasMessageContaining("tabel")
                .hasMessageNotContaining(POSTGRES.owner().password());
        assertThat(refusal.retry()).isFalse();
        assertThat(rows(POSTGRES.owner(), "select tablename from pg_tables where schemaname = 'mart'"))
                .containsExactly("kpi_orders");
        write("V2__broken.sql", "create table mart.half (x int);");
        assertThat(Migrations.migrate(POSTGRES.owner(), migrations)).isEqualTo(1);
    }

    @Test
    void the_reader_reads_mart_and_runs_and_can_do_nothing_else() throws IOException, SQLException {
        write("V1__orders.sql", "create table mart.kpi_orders (orders bigint);");
        Migrations.migrate(POSTGRES.owner(), migrations);
        Roles.letReaderIn(POSTGRES.owner(), POSTGRES.reader().password());
        write("V2__later.sql", "create table mart.kpi_later (orders bigint);");
        Migrations.migrate(POSTGRES.owner(), migrations);
        FreshDatabase.run(POSTGRES.owner(), "create table mart.built_beside (x int)");

        try (Connection reader = POSTGRES.reader().connect()) {
            assertThat(rows(reader, "select count(*) from mart.kpi_orders")).containsExactly("0");
            assertThat(rows(reader, "select count(*) from mart.kpi_later")).containsExactly("0");
            assertThat(rows(reader, "select count(*) from mart.built_beside")).containsExactly("0");
            assertThat(rows(reader, "select count(*) from app.run")).containsExactly("0");
            refuses(reader, "insert into mart.kpi_orders values (1)");
            FreshDatabase.run(reader, "set default_transaction_read_only = off");
            refuses(reader, "insert into mart.kpi_orders values (1)");
            refuses(reader, "delete from mart.kpi_orders");
            refuses(reader, "update app.run set message = 'x'");
            refuses(reader, "create table mart.own (x int)");
            refuses(reader, "create table public.own (x int)");
            refuses(reader, "select * from app.consumed");
            refuses(reader, "select * from app.viewer_token");
            refuses(reader, "alter role offtake_reader superuser");
        }
    }

    @Test
    void the_readers_password_is_never_told_to_the_server_in_clear() throws IOException {
        Roles.letReaderIn(POSTGRES.owner(), POSTGRES.reader().password());
        assertThat(rows(POSTGRES.owner(), "select rolpassword from pg_authid where rolname = 'offtake_reader'"))
                .hasSize(1)
                .allMatch(hash -> hash.startsWith("SCRAM-SHA-256$"));
        assertThat(Files.readString(FreshDatabase.HOME.resolve("postgres.log")))
                .doesNotContain(POSTGRES.reader().password());
    }

    private static void refuses(Connection reader, String sql) {
        SQLException refusal = catchThrowableOfType(SQLException.class, () -> FreshDatabase.run(reader, sql));
        assertThat(refusal.getSQLState()).as(sql).isIn("42501", "25006");
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(migrations.resolve(name), sql);
    }
}
