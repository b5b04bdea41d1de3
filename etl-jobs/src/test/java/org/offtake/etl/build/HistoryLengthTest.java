package org.offtake.etl.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.offtake.etl.lake.SharedSession;

/** How long the histories in a table are. */
class HistoryLengthTest {
    @Test
    void a_history_is_long_when_there_are_many_rows_and_many_of_each() {
        Dataset<Row> rows = SharedSession.get().range(600).selectExpr("'shop' as source_system", "id % 6 as party_id");
        HistoryLength length = HistoryLength.of(rows, List.of("source_system", "party_id"));
        assertThat(length.rows()).isEqualTo(rows.count());
        assertThat(length.ofEach()).isEqualTo(length.rows() / 6);
        assertThat(length.isBeyond(new HistoryLength(length.rows() - 1, length.ofEach() - 1)))
                .isTrue();
        assertThat(length.isBeyond(new HistoryLength(length.rows(), 0))).isFalse();
        assertThat(length.isBeyond(new HistoryLength(0, length.ofEach()))).isFalse();
    }
}
