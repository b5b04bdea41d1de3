package org.offtake.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a front door of their own each; whatever went through it, the ledger balances. */
abstract class AtTheFrontDoor {
    @TempDir
    Path folder = Path.of(".");

    FrontDoor door;

    @BeforeEach
    void open() throws IOException {
        door = new FrontDoor(folder);
    }

    @AfterEach
    void the_ledger_balances() {
        assertThat(door.book().unbalanced()).isEmpty();
    }
}
