package org.offtake.dashboards.metabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offtake.serving.Database;

class ReachTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.internal/house,                                db.internal, 5432, house, false",
        "jdbc:postgresql://127.0.0.1:15432/house,                            127.0.0.1,  15432, house, false",
        "jdbc:postgresql://db.internal/house?sslmode=require,                db.internal, 5432, house, true",
        "jdbc:postgresql://db.internal/house?a=b&sslmode=verify-full,        db.internal, 5432, house, true",
        "jdbc:postgresql://db.internal/house?ssl=true,                       db.internal, 5432, house, true"
    })
    void metabase_finds_postgresql_where_we_do(String url, String host, int port, String name, boolean ssl) {
        assertThat(Reach.of(new Database(url, "owner", ""))).isEqualTo(new Reach(host, port, name, ssl));
    }

    @Test
    void an_address_of_several_hosts_is_to_be_said_in_another_way() {
        Database several = new Database("jdbc:postgresql://one:5432,two:5432/house", "owner", "");
        assertThatThrownBy(() -> Reach.of(several))
                .isInstanceOf(MetabaseException.class)
                .hasMessageContaining("names no single host. Name one with 'database: {host: …}' under 'metabase'");
        assertThat(Reach.of(several, Optional.of("three"), OptionalInt.empty(), Optional.of(true)))
                .isEqualTo(new Reach("three", 5432, "house", true));
    }
}
