package org.offtake.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.etl.lake.SharedSession;

class TimePatternTest {
    private static final List<String> TEXTS = List.of(
            "2024-02-29",
            "2023-02-29",
            "2024-13-01",
            "2024-00-10",
            "2024-2-9",
            "29-02-2024",
            "31-04-2024",
            "29/02/2024",
            "20240229",
            "2024-02-29 10:11:12",
            "2024-02-29 24:00:00",
            "2024-02-29 10:60:00",
            "2024-02-29T10:11:12",
            "29-02-2024 10:11",
            "29-02-2024 10:11:12",
            "2024-02-29 10:11:12Z",
            "0000-01-01",
            "+024-01-01",
            "-024-01-01",
            "abcd-01-01",
            "2024-0a-01",
            "2024-02-29 1a:11:12",
            "20 4-01-01",
            "morgen");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd",
                "dd-MM-yyyy",
                "dd/MM/yyyy",
                "yyyyMMdd",
                "yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-dd'T'HH:mm:ss",
                "dd-MM-yyyy HH:mm",
                "dd-MM-yyyy HH:mm:ss"
            })
    void a_text_is_read_as_spark_reads_it_with_the_pattern(String pattern) {
        String sparks = "try_to_timestamp(value, '" + pattern.replace("'", "\\'") + "')";
        String ours = new TimePattern(pattern).parsed("value");

        assertThat(ours).isNotEqualTo(sparks);
        assertThat(read(ours)).isEqualTo(read(sparks));
    }

    @Test
    void a_pattern_without_a_fixed_width_is_left_to_spark() {
        assertThat(List.of("d-M-yyyy", "yyyy-MM-dd HH:mm:ssXXX", "yyyy-MM-dd HH:mm:ss.SSS"))
                .allSatisfy(pattern ->
                        assertThat(new TimePattern(pattern).parsed("value")).startsWith("try_to_timestamp("));
    }

    private static List<String> read(String expression) {
        Dataset<Row> texts =
                SharedSession.get().createDataset(TEXTS, Encoders.STRING()).toDF();
        List<String> read = new ArrayList<>();
        texts.selectExpr("value", "cast(" + expression + " as string)")
                .collectAsList()
                .forEach(row -> read.add(row.getString(0) + " is " + row.get(1)));
        return read;
    }
}
