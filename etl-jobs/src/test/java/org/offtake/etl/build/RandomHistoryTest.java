package org.offtake.etl.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.models.Library;

/**
 * Whatever is inserted, corrected, moved or withdrawn, in whatever order: the table built from the changes of a lake is
 * the table built in full. That every follow is needed for it, EveryFollowTest shows.
 */
class RandomHistoryTest {
    @TempDir
    private Path folder;

    @Test
    void every_kind_of_follow_and_load_equals_one_full_build() {
        Library library = Library.read(List.of(Path.of("src/test/resources/histories")));
        Warehouse warehouse =
                new Warehouse(folder, library, List.copyOf(library.models().values()), new Random(5));
        for (String name : warehouse.entityNames()) {
            warehouse.deliver(warehouse.entity(name).insert(9));
        }
        assertThat(warehouse.buildAll()).isEmpty();

        for (int step = 0; step < 12; step++) {
            List<String> names = warehouse.entityNames();
            warehouse.deliver(warehouse.entity(names.get(step % names.size())).change(5));
            assertThat(warehouse.buildAll()).as("step %d", step).isEmpty();
        }
    }
}
