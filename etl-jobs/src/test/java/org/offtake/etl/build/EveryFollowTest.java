package org.offtake.etl.build;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offtake.models.Library;
import org.offtake.models.TableName;

/** Every kind of follow, and half of the models of the repository; the other half is a test of its own, so that two work at a time. */
class EveryFollowTest {
    private static final Library HISTORIES = Library.read(List.of(Path.of("src/test/resources/histories")));

    static Stream<TableName> histories() {
        return HISTORIES.models().keySet().stream();
    }

    static Stream<TableName> shipped() {
        return DrivenModels.shipped(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void every_kind_of_follow_and_load_equals_one_full_build_and_needs_every_follow(TableName model) {
        DrivenModels.drive(HISTORIES, model);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void every_shipped_model_equals_one_full_build_and_needs_every_follow(TableName model) {
        DrivenModels.drive(model);
    }
}
