package org.offtake.etl.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class CompiledContextTest {
    private final SparkSession session = SharedSession.get();

    @Test
    void jobs_are_done_and_no_book_is_kept_of_them() {
        assertThat(session.range(3)
                        .map((MapFunction<Long, Long>) number -> 2 * number, Encoders.LONG())
                        .collectAsList())
                .containsExactly(0L, 2L, 4L);

        assertThat(session.sparkContext().statusStore().jobsList(null).isEmpty())
                .as("no jobs in the book")
                .isTrue();
        assertThat(session.sharedState().statusStore().executionsCount())
                .as("queries in the book")
                .isZero();
    }

    @Test
    void a_function_that_cannot_be_sent_is_told_when_its_job_starts() {
        Object here = new Object();
        Dataset<Long> numbers =
                session.range(3).map((MapFunction<Long, Long>) number -> number + here.hashCode(), Encoders.LONG());

        assertThatThrownBy(numbers::collectAsList).rootCause().hasMessageContaining("java.lang.Object");
    }
}
