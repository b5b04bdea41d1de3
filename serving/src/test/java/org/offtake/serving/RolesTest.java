package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RolesTest {
    @RegisterExtension
    static final FreshDatabase POSTGRES = new FreshDatabase();

    @TempDir
    private Path migrations = Path.of(".");

    @Test
    void two_databases_of_a_server_have_accounts_of_their_own() {
        assertThat(Roles.account("management", "House")).isEqualTo("offtake_management_house");
        assertThat(Roles.account("management", "house-2")).isEqualTo("offtake_management_house_2");
        assertThat(Roles.account("analysts", "x".repeat(80))).hasSize(63);
    }

    @Test
    void an_account_reads_what_the_reader_reads_by_its_newest_password() throws SQLException {
        Migrations.migrate(POSTGRES.owner(), migrations);
        String account = Roles.account("visitors", "test");
        try {
            Roles.letIn(POSTGRES.owner(), account, "the first word");
            Roles.letIn(POSTGRES.owner(), account, "the second word");
            Database first = new Database(POSTGRES.owner().url(), account, "the first word");
            Database second = new Database(POSTGRES.owner().url(), account, "the second word");

            assertThat(catchThrowable(first::connect)).isInstanceOf(ServingException.class);
            try (Connection connection = second.connect()) {
                assertThat(FreshDatabase.rows(connection, "select count(*) from app.run"))
                        .containsExactly("0");
                assertThat(FreshDatabase.rows(connection, "show statement_timeout"))
                        .containsExactly("5min");
                assertThat(catchThrowable(() -> FreshDatabase.run(connection, "update app.run set message = 'x'")))
                        .isInstanceOf(SQLException.class);
            }
        } finally {
            FreshDatabase.run(POSTGRES.owner(), "drop role if exists " + account);
        }
    }
}
