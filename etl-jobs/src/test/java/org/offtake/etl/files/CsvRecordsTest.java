package org.offtake.etl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.models.Dialect;

class CsvRecordsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void every_kind_of_line_end_separates_records(String end) {
        String text = String.join(end, "id,name", "1,apple", "2,pear", "");
        assertThat(HostileFile.csv(folder, text).shown()).containsExactly("2 1|apple", "3 2|pear");
    }

    @Test
    void mixed_line_ends_and_a_missing_last_one_cost_nothing() {
        assertThat(HostileFile.csv(folder, "id,name\r\n1,apple\r2,pear\n3,plum").shown())
                .containsExactly("2 1|apple", "3 2|pear", "4 3|plum");
    }

    @Test
    void a_line_end_on_the_border_of_the_buffer_is_counted_once() {
        String name = "x".repeat(64 * 1024 - "id,name\r\n1,".length() - 1);
        assertThat(HostileFile.csv(folder, "id,name\r\n1," + name + "\r\n2,pear\r\n")
                        .shown())
                .containsExactly("2 1|" + name, "3 2|pear");
    }

    @Test
    void blank_lines_are_no_records() {
        assertThat(HostileFile.csv(folder, "\n \nid,name\n\n1,apple\n   \n2,pear\n\n")
                        .shown())
                .containsExactly("5 1|apple", "7 2|pear");
    }

    @Test
    void a_record_of_empty_fields_is_flawed() {
        assertThat(HostileFile.csv(folder, "id,name\n,\n1,apple\n").shown())
                .containsExactly("2 blank_record", "3 1|apple");
    }

    @Test
    void a_line_break_in_quotes_belongs_to_the_field_and_counts_as_a_line() {
        assertThat(HostileFile.csv(folder, "id,name\n1,\"a\r\nb\n\nc\"\n2,pear\n")
                        .shown())
                .containsExactly("2 1|a\r\nb\n\nc", "6 2|pear");
    }

    @Test
    void doubled_quotes_stand_for_one_and_a_quote_inside_a_field_is_text() {
        assertThat(HostileFile.csv(folder, "id,name\n1,\"5\"\" pipe\"\n2,6\" pipe\n3,\"\"\n")
                        .shown())
                .containsExactly("2 1|5\" pipe", "3 2|6\" pipe", "4 3|");
    }

    @Test
    void quoted_records_of_many_widths_do_not_disturb_each_other() {
        String text = "id,name\n\"1\",\"apple\"\n\"2\"\n\"\"\n\"3\",\"a\",\"b\"\n\"\",\n\"4\",\"fig\"\n";
        assertThat(HostileFile.csv(folder, text).shown())
                .containsExactly(
                        "2 1|apple",
                        "3 too_few_fields",
                        "4 too_few_fields",
                        "5 too_many_fields",
                        "6 blank_record",
                        "7 4|fig");
    }

    @Test
    void a_backslash_does_not_escape_a_quote() {
        HostileFile file = HostileFile.csv(folder, "id,name\n1,\"5\\\" pipe\"\n2,pear\n");
        assertThat(file.shown()).containsExactly("2 broken_quote", "3 2|pear");
        assertThat(file.onlyFlawed().raw()).hasValue("1,\"5\\\" pipe\"");
    }

    @Test
    void text_after_a_closing_quote_costs_only_its_record() {
        HostileFile file = HostileFile.csv(folder, "id,name\n1,apple\n2,\"pear\" x\n3,plum\n");
        assertThat(file.shown()).containsExactly("2 1|apple", "3 broken_quote", "4 3|plum");
        assertThat(file.onlyDetail()).contains("line 3");
    }

    @Test
    void an_unbalanced_quote_does_not_cost_the_records_it_swallows() {
        HostileFile file = HostileFile.csv(folder, "id,name\n1,\"apple\n2,pear\n3,\"plum\"\n4,fig\n");
        assertThat(file.shown()).containsExactly("2 broken_quote", "3 2|pear", "4 3|plum", "5 4|fig");
        assertThat(file.onlyDetail()).contains("opened on line 2").contains("line 4");
        assertThat(file.onlyFlawed().raw()).hasValue("1,\"apple");
    }

    @Test
    void an_unbalanced_quote_after_a_line_break_in_quotes_costs_its_own_record() {
        HostileFile file = HostileFile.csv(folder, "id,name\n\"1\nb\",\"apple\n2,pear\n3,\"plum\"\n4,fig\n");
        assertThat(file.shown()).containsExactly("2 broken_quote", "4 2|pear", "5 3|plum", "6 4|fig");
        assertThat(file.onlyFlawed().raw()).hasValue("\"1\nb\",\"apple");
    }

    @Test
    void a_quote_that_is_never_closed_refuses_the_file() {
        FileInspection.Refused refused =
                HostileFile.csv(folder, "id,name\n1,apple\n2,\"pear\n3,plum\n").refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.OPEN_QUOTE);
        assertThat(refused.reason()).contains("hostile.csv", "line 3 is never closed", "2 lines");
    }

    @Test
    void records_with_too_few_or_too_many_fields_are_flawed_with_the_counts() {
        HostileFile file = HostileFile.csv(folder, "id,name\n1\n2,pear\n3,plum,blue\n4,fig\n");
        assertThat(file.shown()).containsExactly("2 too_few_fields", "3 2|pear", "4 too_many_fields", "5 4|fig");
        ReceivedRecord tooMany = file.records().get(2);
        assertThat(tooMany.flaw().orElseThrow().detail()).contains("3 fields where the header has 2");
        assertThat(tooMany.raw()).hasValue("3,plum,blue");
        assertThat(tooMany.values()).containsExactly("3", "plum");
        assertThat(file.records().get(0).values()).containsExactly("1", null);
    }

    @Test
    void a_last_record_without_a_line_end_and_too_few_fields_may_have_been_cut() {
        assertThat(HostileFile.csv(folder, "id,name\n1,apple\n2").onlyDetail()).contains("may have been cut");
    }

    @Test
    void the_header_again_in_the_middle_is_flawed() {
        assertThat(HostileFile.csv(folder, "id,name\n1,apple\nid,name\n2,pear\n")
                        .shown())
                .containsExactly("2 1|apple", "3 repeated_header", "4 2|pear");
    }

    @Test
    void a_NUL_costs_only_its_record() {
        assertThat(HostileFile.csv(folder, "id,name\n1,apple\n2,p\0ear\n3,plum\n")
                        .shown())
                .containsExactly("2 1|apple", "3 nul_character", "4 3|plum");
    }

    @Test
    void bytes_that_are_no_UTF_8_flaw_only_their_record() {
        byte[] bytes = "id,name\n1,apple\n2,p\u00EAche\n3,\uFFFD\n4,plum\n".getBytes(StandardCharsets.UTF_8);
        byte[] broken = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\u00C3\u00AA", "\u00EA")
                .getBytes(StandardCharsets.ISO_8859_1);
        HostileFile file = HostileFile.of(folder, "hostile.csv", broken, Dialect.csv());
        assertThat(file.shown()).containsExactly("2 1|apple", "3 undecodable_bytes", "4 3|\uFFFD", "5 4|plum");
        assertThat(file.onlyDetail()).contains("0xEA");
        assertThat(file.onlyFlawed().raw()).hasValue("2,p\uFFFDche");
    }

    @Test
    void a_windows_1252_file_declared_UTF_8_keeps_its_plain_records() {
        byte[] bytes = "id,name\n1,cr\u00E8me\n2,pear\n3,caf\u00E9\n".getBytes(Charset.forName("windows-1252"));
        HostileFile file = HostileFile.of(folder, "hostile.csv", bytes, Dialect.csv());
        assertThat(file.shown()).containsExactly("2 undecodable_bytes", "3 2|pear", "4 undecodable_bytes");
        assertThat(file.readable().warnings()).containsExactly("undecodable_bytes: 2 flawed, the first on line 2");
        assertThat(file.in(Dialect.csv().withCharset("windows-1252")).shown())
                .containsExactly("2 1|cr\u00E8me", "3 2|pear", "4 3|caf\u00E9");
    }

    @Test
    void a_field_of_fifteen_thousand_characters_is_kept() {
        String name = "x".repeat(15_000);
        assertThat(HostileFile.csv(folder, "id,name\n1," + name + "\n").shown()).containsExactly("2 1|" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\""})
    void a_field_over_a_mebibyte_is_flawed_and_its_raw_text_cut(String quote) {
        String name = quote + "x".repeat(CsvRows.LONGEST_FIELD + 1) + quote;
        HostileFile file = HostileFile.csv(folder, "id,name\n1,apple\n2," + name + "\n3,plum\n");
        assertThat(file.shown()).containsExactly("2 1|apple", "3 too_long", "4 3|plum");
        assertThat(file.onlyFlawed().raw().orElseThrow()).hasSizeLessThan(9_000).contains("cut: ");
        assertThat(file.onlyFlawed().values()).containsExactly("2", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x\n"})
    void a_field_over_all_bounds_costs_only_its_record(String part) {
        String name = "\"" + part.repeat(PhysicalLines.LONGEST / part.length() + 1) + "\"";
        HostileFile file = HostileFile.csv(folder, "id,name\n1,apple\n2," + name + "\n3,plum\n");
        assertThat(file.records())
                .extracting(record -> record.flaw().map(Flaw::code).orElse("good"))
                .containsExactly("good", "too_long", "good");
        assertThat(file.records().get(2).values()).containsExactly("3", "plum");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|", "+|", "||"})
    void delimiters_of_one_or_more_characters_separate_fields(String delimiter) {
        String text = "id,name\n1,\"a,b\"\n2,pear\n".replace(",", delimiter);
        assertThat(HostileFile.csv(folder, text)
                        .in(Dialect.csv().withDelimiter(delimiter))
                        .shown())
                .containsExactly("2 1|a" + delimiter + "b", "3 2|pear");
    }

    @Test
    void a_declared_record_end_closes_records_that_go_over_several_lines() {
        HostileFile file = HostileFile.csv(folder, "id+|name&|\n1+|a\nb&|\n2+|\"pear&|\n")
                .in(Dialect.csv().withDelimiter("+|").withRecordEnd("&|"));
        assertThat(file.shown()).containsExactly("2 1|a\nb", "4 2|\"pear");
    }

    @Test
    void a_record_that_never_ends_refuses_the_file() {
        FileInspection.Refused refused = HostileFile.csv(folder, "id+|name&|\n1+|a\n2+|b\n")
                .in(Dialect.csv().withDelimiter("+|").withRecordEnd("&|"))
                .refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.OPEN_RECORD);
        assertThat(refused.reason()).contains("line 2", "&|", "up to line 3");
    }

    @Test
    void without_a_quote_character_quotes_are_text() {
        assertThat(HostileFile.csv(folder, "id,name\n1,\"a\n2,\"b\"\n")
                        .in(Dialect.csv().withQuote(Dialect.NO_QUOTE))
                        .shown())
                .containsExactly("2 1|\"a", "3 2|\"b\"");
    }
}
