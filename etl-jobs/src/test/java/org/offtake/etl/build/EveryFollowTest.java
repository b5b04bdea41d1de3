package org.offtake.etl.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offtake.etl.lake.SharedSession;
import org.offtake.models.Library;
import org.offtake.models.TableName;

/**
 * Whatever is inserted, corrected, moved or withdrawn in what a model follows: the units that are heard of are all that
 * the model has to work out anew. And every line of its {@code follows} is needed for that, and every before-image.
 *
 * <p>A loss of hearing is simulated on the same step: the units that are then heard of get the rows of a full build, the
 * others keep what they had.
 */
class EveryFollowTest {
    private static final Library HISTORIES = Library.read(List.of(Path.of("src/test/resources/histories")));
    private static final Library SHIPPED = Library.read(List.of(Path.of("../models")));
    private static final int LEAST_STEPS = 8;
    private static final int MOST_STEPS = 320;

    static Stream<TableName> histories() {
        return HISTORIES.models().keySet().stream();
    }

    static Stream<TableName> shipped() {
        String wanted = System.getProperty("offtake.follow", "");
        return SHIPPED.models().keySet().stream()
                .filter(model -> model.toString().matches(".*(" + wanted + ").*"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void every_kind_of_follow_and_load_equals_one_full_build_and_needs_every_follow(TableName model) {
        drive(HISTORIES, model);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void every_shipped_model_equals_one_full_build_and_needs_every_follow(TableName model) {
        drive(SHIPPED, model);
    }

    /** One input changes at a time, the one whose follow is not yet seen to be needed first; every third time two do. */
    private static void drive(Library library, TableName table) {
        Random random = new Random(5);
        ModelHistory history = new ModelHistory(SharedSession.get(), library, library.model(table), random);
        List<TableName> inputs = history.inputs();
        for (int step = 0;
                step < LEAST_STEPS || (step < MOST_STEPS && !history.unproven().isEmpty());
                step++) {
            List<TableName> unproven = history.unproven().stream()
                    .flatMap(hearing -> hearing.deafTo().stream())
                    .toList();
            TableName first =
                    unproven.isEmpty() ? inputs.get(step % inputs.size()) : unproven.get(step % unproven.size());
            List<TableName> changed = step % 3 == 2
                    ? Stream.of(first, inputs.get(random.nextInt(inputs.size())))
                            .distinct()
                            .toList()
                    : List.of(first);
            assertThat(history.step(changed, 1 + random.nextInt(6)))
                    .as("%s after step %d, which changed %s", table, step, changed)
                    .isEmpty();
        }
        assertThat(history.unproven())
                .as("losses of hearing that leave %s right", table)
                .isEmpty();
    }
}
