package org.offtake.datatests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows are compared by value, as often as they stand there, and shown side by side. */
class ComparisonTest {

    @Test
    void order_plays_no_part_but_the_number_of_equal_rows_does() {
        assertThat(comparison(List.of("1", "2"), List.of("2", "1")).differences())
                .isZero();
        Comparison twins = comparison(List.of("1", "1", "2"), List.of("1", "2", "3"));
        assertThat(twins.missing()).containsExactly(List.of("1"));
        assertThat(twins.surplus()).containsExactly(List.of("3"));
    }

    @Test
    void both_tables_stand_side_by_side() {
        assertThat(comparison(List.of("1", "1", "2"), List.of("1", "2", "30")).sideBySide())
                .isEqualTo("""

                          expected    actual
                          | a_id |    | a_id |
                          | 1    |    | 1    |
                          | 2    |    | 2    |
                        - | 1    |  + | 30   |""");
    }

    @ParameterizedTest
    @CsvSource({
        "string, abc, abc",
        "string, \"''\", \"''\"",
        "date, 2026-03-01, 2026-03-01",
        "timestamp, 2026-03-01 08:00, 2026-03-01 08:00:00",
        "'decimal(20,4)', 1.50, 1.5",
        "'decimal(20,4)', 0.0000, 0",
        "bigint, 12, 12",
        "double, 0.3333333, 0.33",
        "boolean, true, true"
    })
    void a_value_is_written_one_way(String type, String cell, String text) {
        assertThat(Cell.text(Cell.value(DataType.fromDDL(type), cell.replace("\"", "")), 2))
                .isEqualTo(text.replace("\"", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "date, 1 March",
        "timestamp, 2026-03-01",
        "'decimal(20,4)', 1.23456",
        "'decimal(20,4)', '1,5'",
        "bigint, 1.5",
        "boolean, ja"
    })
    void a_cell_that_is_no_value_of_its_type_is_refused(String type, String cell) {
        assertThatThrownBy(() -> Cell.value(DataType.fromDDL(type), cell))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + cell + "' is no " + type);
    }

    @Test
    void null_is_not_the_empty_text() {
        assertThat(Cell.value(DataType.fromDDL("string"), "NULL")).isNull();
        assertThat(Cell.value(DataType.fromDDL("string"), "")).isNull();
        assertThat(Cell.value(DataType.fromDDL("string"), "''")).isEqualTo("");
        assertThat(Cell.text(null, 0)).isNotEqualTo(Cell.text("", 0));
    }

    @Test
    void values_have_the_types_of_their_columns() {
        assertThat(Cell.value(DataType.fromDDL("date"), "2026-03-01")).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(Cell.value(DataType.fromDDL("timestamp"), "2026-03-01 08:00:00"))
                .isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(Cell.value(DataType.fromDDL("decimal(20,4)"), "1.5")).isEqualTo(new BigDecimal("1.5000"));
    }

    private static Comparison comparison(List<String> expected, List<String> actual) {
        return new Comparison(
                List.of("a_id"),
                expected.stream().map(List::of).toList(),
                actual.stream().map(List::of).toList());
    }
}
