package org.offtake.etl.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.models.Library;
import org.offtake.models.Model;

/**
 * Whatever is inserted, corrected, moved or withdrawn, in whatever order: the table built from changes is the table built
 * in full. And every line of {@code follows} is needed for it, and every before-image.
 *
 * <p>A loss of hearing is simulated on the same step: the units that are then heard of get the rows of a full build, the
 * others keep what they had.
 */
class RandomHistoryTest {
    @TempDir
    private Path folder;

    @Test
    void every_kind_of_follow_and_load_equals_one_full_build_and_needs_every_follow() {
        Library library = Library.read(List.of(Path.of("src/test/resources/histories")));

        drive(library, List.copyOf(library.models().values()), 5, 16);
    }

    private void drive(Library library, List<Model> models, long seed, int steps) {
        Random random = new Random(seed);
        Warehouse warehouse = new Warehouse(folder, library, models, random);
        for (String name : warehouse.entityNames()) {
            warehouse.deliver(warehouse.entity(name).insert(9));
        }
        assertThat(warehouse.buildAll()).isEmpty();
        for (int step = 0; step < steps && unproven(warehouse); step++) {
            List<String> names = warehouse.entityNames();
            warehouse.deliver(warehouse.entity(names.get(step % names.size())).change(5));
            assertThat(warehouse.buildAll()).as("step %d", step).isEmpty();
        }
        assertThat(warehouse.unproven()).allSatisfy((model, losses) -> assertThat(losses)
                .as("losses of hearing that leave %s right", model)
                .isEmpty());
    }

    private static boolean unproven(Warehouse warehouse) {
        return warehouse.unproven().values().stream().anyMatch(losses -> !losses.isEmpty());
    }
}
