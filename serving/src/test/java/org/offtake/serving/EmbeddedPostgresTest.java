package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.offtake.serving.FreshDatabase.rows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    static Path folder;

    private static Path home;

    @BeforeAll
    static void a_home_may_have_spaces_in_its_path() throws IOException {
        home = FreshDatabase.homeIn(folder);
    }

    @Test
    void it_writes_safely_listens_here_only_and_asks_for_a_password() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            assertThat(rows(
                            postgres.database(),
                            "select name, setting from pg_settings where name in ('fsync', 'full_page_writes',"
                                    + " 'listen_addresses', 'server_encoding', 'synchronous_commit', 'log_timezone',"
                                    + " 'unix_socket_directories', 'data_checksums') order by name"))
                    .containsExactly(
                            "data_checksums|on",
                            "fsync|on",
                            "full_page_writes|on",
                            "listen_addresses|127.0.0.1",
                            "log_timezone|UTC",
                            "server_encoding|UTF8",
                            "synchronous_commit|on",
                            "unix_socket_directories|");
            assertThat(rows(
                            postgres.database(),
                            "select distinct auth_method from pg_hba_file_rules union select datlocale from pg_database"
                                    + " where datname = 'offtake' order by 1"))
                    .containsExactly("C.UTF-8", "scram-sha-256");
        }
    }

    @Test
    void data_and_port_outlive_a_restart_and_a_stopped_server_is_worth_a_retry() {
        EmbeddedPostgres first = EmbeddedPostgres.start(home, 0);
        int port = first.port();
        Database database = first.database();
        FreshDatabase.run(database, "create table kept (x int)", "insert into kept values (7)");
        first.close();

        ServingException away = catchThrowableOfType(ServingException.class, database::connect);
        assertThat(away.retry()).isTrue();
        assertThat(away).hasMessageContaining("Check that the server runs");

        try (EmbeddedPostgres second = EmbeddedPostgres.start(home, 0)) {
            assertThat(second.port()).isEqualTo(port);
            assertThat(rows(second.database(), "select x from kept")).containsExactly("7");
        }
    }

    @Test
    void a_second_user_joins_and_the_last_one_out_stops_the_server() {
        EmbeddedPostgres starter = EmbeddedPostgres.start(home, 0);
        EmbeddedPostgres guest = EmbeddedPostgres.start(home, 0);
        assertThat(guest.port()).isEqualTo(starter.port());
        starter.close();
        assertThat(rows(guest.database(), "select 1")).containsExactly("1");
        guest.close();
        guest.close();
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void another_process_that_started_the_server_may_be_killed() throws Exception {
        OtherProcess other = OtherProcess.holding("server", home);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            other.kill();
            String guests = "select count(*) from pg_stat_activity where application_name = 'offtake guest'";
            while (rows(postgres.database(), guests).equals(List.of("2"))) {
                Thread.onSpinWait(); // PostgreSQL is about to notice
            }
            assertThat(rows(postgres.database(), guests)).containsExactly("1");
        }
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_process_that_is_told_to_end_stops_the_server_it_was_alone_on() throws Exception {
        OtherProcess other = OtherProcess.holding("server", home);
        assertThat(home.resolve("data/postmaster.pid")).exists();
        other.terminate();
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void the_reader_can_enter_and_sessions_say_who_they_are_in_utc() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0);
                Connection reader = postgres.readerDatabase().connect()) {
            assertThat(rows(
                            reader,
                            "select current_user, current_setting('application_name'), current_setting('timezone'),"
                                    + " current_setting('transaction_read_only')"))
                    .containsExactly("offtake_reader|offtake|UTC|on");
        }
    }

    @Test
    void another_process_ends_without_taking_the_server_from_us() throws Exception {
        OtherProcess other = OtherProcess.holding("server", home);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            other.end();
            assertThat(rows(postgres.database(), "select 1")).containsExactly("1");
        }
    }

    @Test
    void what_was_committed_outlives_a_kill_of_the_server() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.start(home, 0);
        FreshDatabase.run(killed.database(), "create table survivor (x int)", "insert into survivor values (7)");
        try (Connection connection = killed.database().connect()) {
            connection.setAutoCommit(false);
            FreshDatabase.run(connection, "insert into survivor values (8)");
            ProcessHandle server = ProcessHandle.of(pid()).orElseThrow();
            server.destroyForcibly();
            server.onExit().join();
        }
        try (EmbeddedPostgres resumed = EmbeddedPostgres.start(home, 0)) {
            assertThat(rows(resumed.database(), "select x from survivor")).containsExactly("7");
            killed.close();
            assertThat(rows(resumed.database(), "select x from survivor")).containsExactly("7");
        }
    }

    @Test
    void a_stale_pid_that_now_belongs_to_another_program_does_not_keep_it_from_starting() throws IOException {
        EmbeddedPostgres.start(home, 0).close();
        List<String> stale = List.of(
                Long.toString(ProcessHandle.current().pid()), home + "/data", "1700000000", "5432", "", "127.0.0.1");
        Files.write(home.resolve("data/postmaster.pid"), stale);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            assertThat(rows(postgres.database(), "select 1")).containsExactly("1");
        }
    }

    @Test
    void a_remembered_port_that_is_taken_gives_way_to_another() throws IOException {
        EmbeddedPostgres before = EmbeddedPostgres.start(home, 0);
        int port = before.port();
        before.close();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres after = EmbeddedPostgres.start(home, 0)) {
            assertThat(after.port()).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void the_password_is_for_its_owner_only_and_appears_in_no_text() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0);
        String password = postgres.database().password();
        Path file = home.resolve("postgres.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).isEqualTo(password + "\n").hasSizeGreaterThan(30);
        postgres.close();

        List<String> texts = new ArrayList<>();
        texts.add(postgres.database().toString());
        texts.add(postgres.readerDatabase().toString());
        ServingException away = catchThrowableOfType(ServingException.class, postgres.database()::connect);
        for (Throwable cause = away; cause != null; cause = cause.getCause()) {
            texts.add(cause.toString());
        }
        texts.add(Files.readString(home.resolve("postgres.log")));
        assertThat(texts).hasSizeGreaterThan(3).noneMatch(text -> text.contains(password));
    }

    private static long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("data/postmaster.pid")).get(0));
    }
}
