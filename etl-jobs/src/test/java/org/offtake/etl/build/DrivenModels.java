package org.offtake.etl.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.offtake.etl.lake.SharedSession;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * Whatever is inserted, corrected, moved or withdrawn in what a model follows: the units that are heard of are all that
 * the model has to work out anew. And every line of its {@code follows} is needed for that, and every before-image.
 *
 * <p>A loss of hearing is simulated on the same step: the units that are then heard of get the rows of a full build, the
 * others keep what they had.
 */
final class DrivenModels {
    private static final Library SHIPPED = Library.read(List.of(Path.of("../models")));
    private static final int LEAST_STEPS = 8;
    private static final int MOST_STEPS = 320;
    private static final int FIRST_HISTORY = 15;
    private static final int FIRST_SEED = 5;

    private DrivenModels() {}

    /** Every second model of the repository, from the first or the second one on. */
    static Stream<TableName> shipped(int from) {
        List<TableName> models = List.copyOf(SHIPPED.models().keySet());
        String wanted = System.getProperty("offtake.follow", "");
        return IntStream.range(0, models.size())
                .filter(index -> index % 2 == from)
                .mapToObj(models::get)
                .filter(model -> model.toString().matches(".*(" + wanted + ").*"));
    }

    static void drive(TableName table) {
        drive(SHIPPED, table);
    }

    /**
     * One input changes at a time, the one whose follow is not yet seen to be needed first; every third time two do. A history whose
     * rows have come to where little can be seen any longer gives way to another one, twice as long, which looks for what is left; steps
     * that only look pass over a change that the table does not show.
     */
    static void drive(Library library, TableName table) {
        Model model = library.model(table);
        Set<Hearing> unproven = new LinkedHashSet<>(Hearing.losses(model));
        int steps = 0;
        int length = FIRST_HISTORY;
        for (int seed = FIRST_SEED; steps < LEAST_STEPS || (steps < MOST_STEPS && !unproven.isEmpty()); seed++) {
            Random random = new Random(seed);
            ModelHistory history = new ModelHistory(SharedSession.get(), library, model, random, unproven);
            int end = steps + length;
            length *= 2;
            for (; steps < end && (steps < LEAST_STEPS || !unproven.isEmpty()); steps++) {
                step(history, random, table, steps);
            }
        }
        assertThat(unproven).as("losses of hearing that leave %s right", table).isEmpty();
    }

    private static void step(ModelHistory history, Random random, TableName table, int step) {
        List<TableName> inputs = history.inputs();
        List<TableName> unproven = history.unproven().stream()
                .flatMap(hearing -> hearing.deafTo().stream())
                .toList();
        TableName first = unproven.isEmpty() ? inputs.get(step % inputs.size()) : unproven.get(step % unproven.size());
        List<TableName> changed = step % 3 == 2
                ? Stream.of(first, inputs.get(random.nextInt(inputs.size())))
                        .distinct()
                        .toList()
                : List.of(first);
        assertThat(history.step(changed, 1 + random.nextInt(6), step >= LEAST_STEPS))
                .as("%s after step %d, which changed %s", table, step, changed)
                .isEmpty();
    }
}
