package org.offtake.etl.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few units or many, texts, numbers or dates, with or without one that is null: the same rows are found. */
class UnitSetTest {
    private static final int ROWS = 3000;
    private static final List<String> TYPES =
            List.of("id", "cast(id as string)", "date_add(date'2020-01-01', cast(id as int))");

    private static Dataset<Row> rows(String type) {
        return SharedSession.get()
                .range(ROWS)
                .selectExpr("id", "if(id = 7, null, " + type + ") as unit", "concat('name ', id) as name");
    }

    private static List<Long> ids(Dataset<Row> rows) {
        return rows.collectAsList().stream()
                .map(row -> row.<Long>getAs("id"))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1000})
    void rows_of_so_many_units_are_found_whatever_the_units_are(int many) {
        List<Long> expected = LongStream.range(7, 7 + many).boxed().toList();
        List<Long> others = LongStream.range(0, ROWS)
                .filter(id -> id < 7 || id >= 7 + many)
                .boxed()
                .toList();
        for (String type : TYPES) {
            Dataset<Row> rows = rows(type);
            Dataset<Row> wanted = rows.filter("id >= 7 and id < " + (7 + many));
            UnitSet units = UnitSet.literals(List.of("unit"), wanted, ROWS).orElseThrow();
            assertThat(ids(units.of(rows))).as(type).isEqualTo(expected);
            assertThat(ids(units.ofStored(rows))).as(type).isEqualTo(expected);
            assertThat(ids(units.of(rows.withColumnRenamed("unit", "other"), List.of("other"))))
                    .as(type)
                    .isEqualTo(expected);
            assertThat(ids(units.notOf(rows))).as(type).isEqualTo(others);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1000})
    void without_null_among_the_units_rows_without_a_unit_are_not_found(int many) {
        for (String type : TYPES) {
            Dataset<Row> rows = rows(type);
            UnitSet units = UnitSet.literals(List.of("unit"), rows.filter("id >= 8 and id < " + (8 + many)), ROWS)
                    .orElseThrow();
            assertThat(ids(units.of(rows))).as(type).hasSize(many).doesNotContain(7L);
            assertThat(ids(units.notOf(rows))).as(type).hasSize(ROWS - many).contains(7L);
        }
    }
}
