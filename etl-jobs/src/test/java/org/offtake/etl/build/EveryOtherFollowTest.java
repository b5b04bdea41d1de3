package org.offtake.etl.build;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offtake.models.TableName;

/** The models of the repository that {@link EveryFollowTest} leaves out. */
class EveryOtherFollowTest {
    static Stream<TableName> shipped() {
        return DrivenModels.shipped(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void every_shipped_model_equals_one_full_build_and_needs_every_follow(TableName model) {
        DrivenModels.drive(model);
    }
}
