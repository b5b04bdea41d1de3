package org.offtake.datatests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home and a database that were put back from copies of two moments agree again after the next run. */
class PutBackTest {
    @TempDir
    private Path folder = Path.of(".");

    private final Databases databases = new Databases();
    private TinyHouse house = new TinyHouse(folder, databases.fresh());

    @BeforeEach
    void publishTheFirstDay() throws IOException {
        house = TinyHouse.in(folder.resolve("house"), house.database());
        Deliveries.firstDay(house);
        house.run();
    }

    @AfterEach
    void close() throws SQLException {
        databases.close();
    }

    @Test
    void a_database_that_is_older_than_the_home_is_given_what_it_lacks_though_nothing_came() throws IOException {
        TinyHouse putBack = new TinyHouse(house.folder(), databases.copy(house.database()));
        Deliveries.secondDay(house);
        house.run();

        assertThat(putBack.run().published()).isTrue();
        assertThat(Prints.of(putBack).differenceTo(Prints.of(house))).isEmpty();
        assertThat(putBack.run().published()).isFalse();
    }

    @Test
    void what_a_database_has_of_deliveries_that_the_home_never_saw_makes_way_for_what_came_since() throws IOException {
        TinyHouse putBack = house.copy(folder.resolve("older"), house.database());
        TinyHouse neverLost = house.copy(folder.resolve("kept"), databases.copy(house.database()));
        Deliveries.correctedDay(house);
        house.run();

        Deliveries.secondDay(putBack);
        putBack.run();
        neverLost.deliverAsTo(putBack);
        neverLost.run();

        assertThat(Prints.of(putBack).differenceTo(Prints.of(neverLost))).isEmpty();
    }
}
