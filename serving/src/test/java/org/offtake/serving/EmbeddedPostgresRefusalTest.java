package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresRefusalTest {
    @TempDir
    static Path folder;

    private static Path home;

    @BeforeAll
    static void a_home_that_was_used_before() throws IOException {
        home = FreshDatabase.homeIn(folder);
        EmbeddedPostgres.start(home, 0).close();
    }

    @Test
    void a_wrong_password_is_refused_and_not_worth_a_retry() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            Database right = postgres.database();
            Database wrong = new Database(right.url(), right.user(), "not-the-password");
            ServingException refusal = catchThrowableOfType(ServingException.class, wrong::connect);
            assertThat(refusal.retry()).isFalse();
            assertThat(refusal)
                    .hasMessageContaining("Check the user and the password")
                    .hasMessageNotContaining("not-the-password");
        }
    }

    @Test
    void a_missing_database_is_refused_and_not_worth_a_retry() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, 0)) {
            Database right = postgres.database();
            Database missing = new Database(right.url() + "_elsewhere", right.user(), right.password());
            ServingException refusal = catchThrowableOfType(ServingException.class, missing::connect);
            assertThat(refusal.retry()).isFalse();
            assertThat(refusal).hasMessageContaining("offtake_elsewhere").hasMessageContaining("Create the database");
        }
    }

    @Test
    void a_port_that_was_asked_for_and_is_taken_is_named_with_the_log() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServingException refusal = catchThrowableOfType(
                    ServingException.class, () -> EmbeddedPostgres.start(home, taken.getLocalPort()));
            assertThat(refusal.retry()).isTrue();
            assertThat(refusal)
                    .hasMessageContaining("on port " + taken.getLocalPort() + ": the port is taken")
                    .hasMessageContaining("could not bind IPv4 address");
        }
    }

    @Test
    void an_initdb_that_fails_says_so_and_leaves_no_half_made_data_folder() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Path programs = Files.createDirectories(broken.resolve("postgres"));
        PostgresBinaries carried = PostgresBinaries.unpackInto(home.resolve("postgres"));
        String version = carried.version();
        Path real = carried.folder();
        Files.createDirectories(programs.resolve(version).resolve("bin"));
        Files.copy(
                real.resolve("bin/initdb"),
                programs.resolve(version).resolve("bin/initdb"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(programs.resolve(version).resolve("lib"), real.resolve("lib"));

        ServingException refusal =
                catchThrowableOfType(ServingException.class, () -> EmbeddedPostgres.start(broken, 0));
        assertThat(refusal)
                .hasMessageContaining("Cannot make the data folder")
                .hasMessageContaining("program \"postgres\" is needed by initdb but was not found");
        assertThat(broken.resolve("data")).doesNotExist();
    }

    @Test
    void data_of_another_major_version_are_left_alone() throws IOException {
        Path older = Files.createDirectory(folder.resolve("older"));
        Files.createDirectory(older.resolve("data"));
        Files.writeString(older.resolve("data/PG_VERSION"), "17\n");
        Files.createSymbolicLink(older.resolve("postgres"), home.resolve("postgres"));
        ServingException refusal = catchThrowableOfType(ServingException.class, () -> EmbeddedPostgres.start(older, 0));
        assertThat(refusal).hasMessageContaining("written by PostgreSQL 17, this is 18");
    }

    @Test
    void a_lost_or_emptied_password_file_is_named() throws IOException {
        Path lost = Files.createDirectory(folder.resolve("lost"));
        Files.createDirectory(lost.resolve("data"));
        PostgresHome postgresHome = new PostgresHome(lost);
        assertThat(catchThrowableOfType(ServingException.class, postgresHome::ownerPassword))
                .hasMessageContaining("is gone")
                .hasMessageContaining("Restore it");
        Files.writeString(lost.resolve("postgres.password"), "\n");
        assertThat(catchThrowableOfType(ServingException.class, postgresHome::ownerPassword))
                .hasMessageContaining("is empty");
    }
}
