package org.offtake.etl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offtake.models.Dialect;

class JsonLinesTest {

    private static final String GOOD = "{\"id\":1,\"name\":\"apple\"}\n";

    @TempDir
    Path folder;

    @Test
    void each_object_is_a_record_whatever_the_order_of_its_keys() {
        HostileFile file = json("{\"name\":\"apple\",\"id\":1}\r\n\n{\"id\":2,\"name\":\"pear\",\"more\":true}");
        assertThat(file.shown()).containsExactly("1 1|apple", "3 2|pear");
        assertThat(file.records().get(1).more()).isEqualTo(Map.of("more", "true"));
        assertThat(file.readable().header()).containsExactly("name", "id", "more");
    }

    @Test
    void null_and_missing_are_both_null() {
        HostileFile file = json("{\"id\":1,\"name\":null}\n{\"id\":2}\n" + GOOD);
        assertThat(file.records().get(0).values()).containsExactly("1", null);
        assertThat(file.records().get(1).values()).containsExactly("2", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "1e400;1e400",
                "12345678901234567890.10;12345678901234567890.10",
                "-0;-0",
                "true;true",
                "\"caf\\u00e9\";caf\u00E9",
                "[ 1.50, {\"a\" : [ ] , \"b\": 1e400} ];[1.50,{\"a\":[],\"b\":1e400}]"
            })
    void values_are_kept_as_they_are_written(String written, String kept) {
        assertThat(json("{\"id\":1,\"name\":" + written + "}").shown()).containsExactly("1 1|" + kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{\"id\":2,\"id\":3};duplicate_key;'id'",
                "{\"id\":{\"a\":1,\"a\":2}};duplicate_key;'a'",
                "{\"id\":NaN};not_a_number;'id' is NaN",
                "{\"id\":[-Infinity]};not_a_number;-Infinity",
                "{\"id\":2;broken_json;end-of-input",
                "{\"id\":2} {\"id\":3};broken_json;more text",
                "[1];not_an_object;one object per line",
                "17;not_an_object;one object per line",
                "{\"id\":02};broken_json;eading zero",
                "{'id':2};broken_json;character"
            })
    void an_object_that_breaks_the_rules_costs_only_its_line(String line, String code, String detail) {
        HostileFile file = json(GOOD + line + "\n" + GOOD);
        assertThat(file.shown()).containsExactly("1 1|apple", "2 " + code, "3 1|apple");
        assertThat(file.onlyDetail()).contains(detail);
        assertThat(file.onlyFlawed().raw()).hasValue(line);
    }

    @Test
    void ten_thousand_levels_cost_only_their_line() {
        String deep = "{\"id\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}\n";
        assertThat(json(GOOD + deep + GOOD).shown()).containsExactly("1 1|apple", "2 too_deep", "3 1|apple");
    }

    @Test
    void a_value_over_a_mebibyte_costs_only_its_line() {
        String large = "{\"id\":2,\"name\":\"" + "x".repeat(CsvRows.LONGEST_FIELD + 1) + "\"}\n";
        HostileFile file = json(GOOD + large + GOOD);
        assertThat(file.shown()).containsExactly("1 1|apple", "2 too_long", "3 1|apple");
        assertThat(file.onlyDetail()).contains("'name'");
    }

    @Test
    void bytes_that_are_no_UTF_8_cost_only_their_line() {
        byte[] bytes = (GOOD + "{\"id\":2,\"name\":\"p\u00EAche\"}\n" + GOOD).getBytes(StandardCharsets.ISO_8859_1);
        HostileFile file = HostileFile.of(folder, "hostile.jsonl", bytes, Dialect.jsonLines());
        assertThat(file.shown()).containsExactly("1 1|apple", "2 undecodable_bytes", "3 1|apple");
    }

    @Test
    void a_JSON_array_is_refused_with_what_to_ask_for() {
        FileInspection.Refused refused = json("[\n" + GOOD + "]\n").refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.WRONG_FORMAT);
        assertThat(refused.reason()).contains("hostile.jsonl", "line 1", "one object per line");
    }

    @Test
    void a_required_key_that_no_record_has_refuses_the_file() {
        FileInspection.Refused refused =
                json("{\"id\":1,\"nane\":\"apple\"}\n{\"id\":2}\n").refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.MISSING_COLUMN);
        assertThat(refused.reason()).contains("none of the 2 records", "'name' (nearest is 'nane')");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(json("").refused().code()).isEqualTo(RefusedFile.EMPTY);
        assertThat(json("\n\n").refused().code()).isEqualTo(RefusedFile.EMPTY);
    }

    private HostileFile json(String text) {
        return HostileFile.of(folder, "hostile.jsonl", text.getBytes(StandardCharsets.UTF_8), Dialect.jsonLines());
    }
}
