package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/db?user=me&password=secret",
                "jdbc:postgresql://host/db?sslPassword=secret",
                "jdbc:postgresql://me:secret@host/db",
                "postgres://me:secret@host/db",
                "jdbc:mysql://host/db?x=secret",
            })
    void a_url_that_could_tell_a_password_or_is_not_postgresql_is_refused_without_repeating_it(String url) {
        ServingException refusal = catchThrowableOfType(ServingException.class, () -> new Database(url, "me", "p"));
        assertThat(refusal).hasMessageContaining("url").hasMessageNotContaining("secret");
        assertThat(refusal.retry()).isFalse();
    }

    @Test
    void a_host_that_does_not_answer_is_worth_a_retry() {
        Database nobody = new Database("jdbc:postgresql://127.0.0.1:1/db", "me", "hidden");
        ServingException away = catchThrowableOfType(ServingException.class, nobody::connect);
        assertThat(away.retry()).isTrue();
        assertThat(away).hasMessageContaining("127.0.0.1:1").hasMessageNotContaining("hidden");
        assertThat(nobody.toString()).isEqualTo("jdbc:postgresql://127.0.0.1:1/db as me");
    }
}
