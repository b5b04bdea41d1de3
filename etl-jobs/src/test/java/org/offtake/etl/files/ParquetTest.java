package org.offtake.etl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetTest {

    @TempDir
    Path folder;

    @Test
    void every_record_of_every_row_group_comes_out_once_with_its_place() {
        assertThat(WrittenParquet.ofNames(folder, 5).read().shown())
                .containsExactly("1 1|name 1", "2 2|name 2", "3 3|name 3", "4 4|name 4", "5 5|name 5");
    }

    static Stream<Arguments> values() {
        return Stream.of(
                value("boolean v", group -> group.append("v", true), "true"),
                value("int32 v", group -> group.append("v", -7), "-7"),
                value("int32 v (INTEGER(32,false))", group -> group.append("v", -1), "4294967295"),
                value("int64 v (INTEGER(64,false))", group -> group.append("v", -1L), "18446744073709551615"),
                value("int32 v (DECIMAL(9,2))", group -> group.append("v", -5), "-0.05"),
                value("int64 v (DECIMAL(18,4))", group -> group.append("v", 123450000L), "12345.0000"),
                value(
                        "fixed_len_byte_array(16) v (DECIMAL(38,10))",
                        group -> group.append("v", Binary.fromConstantByteArray(sixteenBytes("-12345678901234567890"))),
                        "-1234567890.1234567890"),
                value("int32 v (DATE)", group -> group.append("v", 19782), "2024-02-29"),
                value("int32 v (DATE)", group -> group.append("v", -719162), "0001-01-01"),
                value("int32 v (TIME(MILLIS,true))", group -> group.append("v", 1), "00:00:00.001"),
                value("int64 v (TIME(MICROS,true))", group -> group.append("v", -1L), "-1"),
                value("int64 v (TIMESTAMP(MILLIS,true))", group -> group.append("v", 0L), "1970-01-01T00:00:00Z"),
                value(
                        "int64 v (TIMESTAMP(MICROS,true))",
                        group -> group.append("v", 1_709_164_800_123_456L),
                        "2024-02-29T00:00:00.123456Z"),
                value(
                        "int64 v (TIMESTAMP(MICROS,false))",
                        group -> group.append("v", 1_709_164_800_500_000L),
                        "2024-02-29 00:00:00.5"),
                value(
                        "int64 v (TIMESTAMP(NANOS,false))",
                        group -> group.append("v", -1L),
                        "1969-12-31 23:59:59.999999999"),
                value(
                        "int96 v",
                        group -> group.append("v", new NanoTime(2_440_589, 1_000)),
                        "1970-01-02T00:00:00.000001Z"),
                value("double v", group -> group.append("v", Double.parseDouble("9.9499999999999993")), "9.95"),
                value("double v", group -> group.append("v", 17850.0), "17850"),
                value("double v", group -> group.append("v", 1e20), "100000000000000000000"),
                value("float v", group -> group.append("v", 0.1f), "0.1"),
                value("binary v (STRING)", group -> group.append("v", " caf\u00e9 "), " caf\u00e9 "),
                value("binary v", group -> group.append("v", "without a type"), "without a type"),
                value("binary v (JSON)", group -> group.append("v", "{\"a\": 1.50}"), "{\"a\": 1.50}"),
                value("binary v (STRING)", group -> group.append("v", ""), ""),
                value(
                        "fixed_len_byte_array(16) v (UUID)",
                        group -> group.append("v", Binary.fromConstantByteArray(sixteenBytes("1"))),
                        "00000000-0000-0000-0000-000000000001"));
    }

    private static Arguments value(String column, Consumer<Group> filling, String text) {
        return Arguments.of(column, filling, text);
    }

    @ParameterizedTest(name = "{0} is {2}")
    @MethodSource("values")
    void a_value_is_exactly_the_text_that_it_means(String column, Consumer<Group> filling, String text) {
        WrittenParquet file = WrittenParquet.in(
                folder,
                "required boolean present; optional " + column + ";",
                List.of(present(filling), present(group -> {})));
        assertThat(file.readOnly().records())
                .extracting(record -> record.values().get(0))
                .containsExactly(text, null);
    }

    private static Consumer<Group> present(Consumer<Group> filling) {
        return group -> {
            group.append("present", true);
            filling.accept(group);
        };
    }

    private static byte[] sixteenBytes(String number) {
        byte[] bytes = new BigInteger(number).toByteArray();
        byte[] wide = new byte[16];
        Arrays.fill(wide, bytes[0] < 0 ? (byte) -1 : 0);
        System.arraycopy(bytes, 0, wide, 16 - bytes.length, bytes.length);
        return wide;
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void a_number_that_is_none_costs_only_its_record(double number) {
        WrittenParquet file = WrittenParquet.in(
                folder,
                "required double v;",
                List.of(group -> group.append("v", 1.5), group -> group.append("v", number)));
        assertThat(file.readOnly().shown()).containsExactly("1 1.5", "2 not_a_number");
        assertThat(file.readOnly().onlyDetail()).contains("'v' is " + number);
    }

    @Test
    void bytes_that_are_no_text_and_a_NUL_cost_only_their_records() {
        byte[] latin = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        WrittenParquet file = WrittenParquet.in(
                folder,
                "required binary v (STRING);",
                List.of(
                        group -> group.append("v", Binary.fromConstantByteArray(latin)),
                        group -> group.append("v", "a\0b"),
                        group -> group.append("v", "fine")));
        assertThat(file.readOnly().shown()).containsExactly("1 undecodable_bytes", "2 nul_character", "3 fine");
    }

    @Test
    void columns_nobody_asked_for_are_kept_aside_and_the_order_does_not_matter() {
        WrittenParquet file = WrittenParquet.in(
                folder,
                "required binary NAME (STRING); required int32 boxes; required int32 id;",
                List.of(group ->
                        group.append("NAME", "apple").append("boxes", 3).append("id", 1)));
        assertThat(file.read().shown()).containsExactly("1 1|apple");
        assertThat(file.read().records().get(0).more()).isEqualTo(Map.of("boxes", "3"));
        assertThat(file.read().readable().warnings())
                .containsExactly(
                        "the column 'name' is called 'NAME' in the file", "the column 'boxes' is not in the contract");
    }

    @Test
    void a_file_without_an_expected_column_is_refused_with_the_nearest_name() {
        FileInspection.Refused refused = WrittenParquet.in(
                        folder,
                        "required int64 id; required binary nane (STRING);",
                        List.of(group -> group.append("id", 1L).append("nane", "apple")))
                .read()
                .refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.MISSING_COLUMN);
        assertThat(refused.reason()).contains("hostile.parquet: its schema lacks", "'name' (nearest is 'nane')");
    }

    @Test
    void a_file_with_none_of_the_expected_columns_is_refused() {
        FileInspection.Refused refused = WrittenParquet.in(
                        folder, "required int64 a;", List.of(group -> group.append("a", 1L)))
                .read()
                .refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.NO_HEADER);
        assertThat(refused.reason()).contains("names none of the 2 expected columns (id, name) but begins 'a'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repeated binary name (STRING);",
                "optional group name (LIST) { repeated group list { optional int32 element; } }",
                "optional group name { optional int32 first; }",
                "optional binary name (BSON);"
            })
    void a_nested_column_is_refused_when_it_is_expected_and_left_out_when_not(String column) {
        WrittenParquet file =
                WrittenParquet.in(folder, "required int64 id; " + column, List.of(group -> group.append("id", 1L)));
        FileInspection.Refused refused = file.read().refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.NESTED_COLUMN);
        assertThat(refused.reason()).contains("hostile.parquet", "'name'", "one flat column for each value");

        HostileFile withoutIt = file.read().expecting(ExpectedColumn.required("id"));
        assertThat(withoutIt.shown()).containsExactly("1 1");
        assertThat(withoutIt.readable().warnings()).singleElement().asString().contains("'name'", "left out");
    }

    @Test
    void a_file_without_records_is_accepted() {
        assertThat(WrittenParquet.ofNames(folder, 0).read().shown()).isEmpty();
    }

    @Test
    void a_file_cut_anywhere_is_refused_whole() {
        WrittenParquet file = WrittenParquet.ofNames(folder, 100);
        byte[] whole = file.bytes();
        for (int length = 0; length < whole.length; length += 61) {
            FileInspection.Refused refused =
                    file.with(Arrays.copyOf(whole, length)).read().refused();
            assertThat(refused.code())
                    .as("%d of %d bytes", length, whole.length)
                    .isIn(RefusedFile.EMPTY, RefusedFile.WRONG_FORMAT, RefusedFile.TRUNCATED);
            assertThat(refused.reason()).contains("hostile.parquet");
        }
    }

    @Test
    void a_damaged_page_is_seen_by_its_checksum_and_refuses_the_file() {
        WrittenParquet file = WrittenParquet.ofNames(folder, 100);
        byte[] bytes = file.bytes();
        int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("name 1");
        bytes[place] ^= 0x20;
        assertThat(file.with(bytes).read().refused().code()).isEqualTo(RefusedFile.TRUNCATED);
    }

    @Test
    void a_damaged_footer_refuses_the_file() {
        WrittenParquet file = WrittenParquet.ofNames(folder, 3);
        byte[] bytes = file.bytes();
        Arrays.fill(bytes, bytes.length - 60, bytes.length - 8, (byte) 0xFF);
        FileInspection.Refused refused = file.with(bytes).read().refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.TRUNCATED);
        assertThat(refused.reason()).contains("hostile.parquet", "in its footer", "ask its sender for it again");
    }

    @Test
    void text_named_as_parquet_is_refused() {
        byte[] text = "id,name\n1,apple\n2,pear\n".getBytes(StandardCharsets.UTF_8);
        FileInspection.Refused refused =
                WrittenParquet.ofNames(folder, 1).with(text).read().refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.WRONG_FORMAT);
        assertThat(refused.reason()).contains("no parquet file");
    }
}
