package org.offtake.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract that changes settles everything anew. */
class ChangedContractTest {
    @TempDir
    private Path folder;

    @Test
    void rows_leave_an_entity_that_their_source_table_no_longer_becomes() throws IOException {
        FrontDoor door = new FrontDoor(folder);
        door.put("lines_1.csv", FrontDoor.LINES, "l1,o1,S,1,,,,", "l2,o1,R,1,,,,")
                .take("lines");
        assertThat(door.silver("returns", "line_id")).containsExactly("l2");

        door.change("sources/web_shop/lines.yml", "  returns: kind = 'R'\n", "");
        door.take("lines");

        assertThat(door.silver("returns", "line_id")).isEmpty();
        assertThat(door.silver("order_lines", "line_id")).containsExactlyInAnyOrder("l1", "l2");
        assertThat(door.book().unbalanced()).isEmpty();
    }
}
