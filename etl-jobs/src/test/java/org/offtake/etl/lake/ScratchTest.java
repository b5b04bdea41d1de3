package org.offtake.etl.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    private Path folder;

    @Test
    void what_a_killed_process_left_behind_is_taken_away() throws IOException {
        Path left = Files.createDirectories(folder.resolve("process-1/blockmgr-2/0d"));
        Files.writeString(left.resolve("shuffle_0_0_0.data"), "rows");
        Files.writeString(folder.resolve("process-1.lock"), "4711");

        Path own = new Scratch(folder).own();

        assertThat(own).isEmptyDirectory();
        assertThat(folder.resolve("process-1")).doesNotExist();
        assertThat(folder.resolve("process-1.lock")).doesNotExist();
    }

    @Test
    void what_is_in_use_stays_and_so_does_what_is_not_of_a_process() throws IOException {
        Path extract = Files.writeString(folder.resolve("shop__orders.jsonl"), "{}");
        Path used = Files.writeString(new Scratch(folder).own().resolve("rows"), "rows");

        Path own = new Scratch(folder).own();

        assertThat(used).exists();
        assertThat(extract).exists();
        assertThat(own).isNotEqualTo(used.getParent());
    }
}
