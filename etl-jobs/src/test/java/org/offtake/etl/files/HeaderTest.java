package org.offtake.etl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.models.Dialect;

class HeaderTest {

    @TempDir
    Path folder;

    @Test
    void columns_are_known_by_name_in_any_order_and_others_are_kept_aside() {
        HostileFile file = HostileFile.csv(folder, "colour,name,id\nred,apple,1\n");
        assertThat(file.shown()).containsExactly("2 1|apple");
        assertThat(file.records().get(0).more()).isEqualTo(Map.of("colour", "red"));
        assertThat(file.readable().header()).containsExactly("colour", "name", "id");
        assertThat(file.readable().warnings()).containsExactly("the column 'colour' is not in the contract");
    }

    @Test
    void a_name_in_other_letter_case_is_the_same_column_with_a_warning() {
        HostileFile file = HostileFile.csv(folder, " ID ,Name\n1,apple\n");
        assertThat(file.shown()).containsExactly("2 1|apple");
        assertThat(file.readable().warnings())
                .containsExactly(
                        "the column 'id' is called 'ID' in the file", "the column 'name' is called 'Name' in the file");
    }

    @Test
    void a_file_with_a_header_only_has_no_records() {
        FileInspection.Accepted readable = HostileFile.csv(folder, "id,name\n").readable();
        assertThat(readable.records()).isZero();
        assertThat(readable.warnings()).isEmpty();
    }

    @Test
    void a_missing_optional_column_is_null_and_warned_about() {
        HostileFile file = HostileFile.csv(folder, "id\n1\n")
                .expecting(ExpectedColumn.required("id"), ExpectedColumn.optional("name"));
        assertThat(file.records().get(0).values()).containsExactly("1", null);
        assertThat(file.readable().warnings()).hasSize(1).first().asString().contains("'name' is not in the file");
    }

    @Test
    void a_missing_required_column_refuses_the_file_and_names_the_nearest() {
        FileInspection.Refused refused =
                HostileFile.csv(folder, "id,nane,colour\n1,apple,red\n").refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.MISSING_COLUMN);
        assertThat(refused.reason())
                .contains("hostile.csv", "line 1", "1 required column", "'name' (nearest is 'nane')");
    }

    @Test
    void a_name_that_is_another_column_is_not_the_nearest_of_a_missing_one() {
        assertThat(HostileFile.csv(folder, "id\n1\n").refused().reason()).contains("1 required column: 'name';");
    }

    @Test
    void a_file_that_is_no_text_is_not_repeated() {
        assertThat(HostileFile.csv(folder, "\u0001\u0002PNG\u0003,\u0004\n")
                        .refused()
                        .reason())
                .contains("(id, name) but is no text;");
    }

    @Test
    void a_header_that_is_none_refuses_the_file() {
        FileInspection.Refused refused =
                HostileFile.csv(folder, "1,apple\n2,pear\n").refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.NO_HEADER);
        assertThat(refused.reason()).contains("line 1", "2 expected columns (id, name)", "'1 | apple'", "absent");
    }

    @Test
    void a_column_named_twice_refuses_the_file() {
        FileInspection.Refused refused =
                HostileFile.csv(folder, "id,name,id\n1,apple,2\n").refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.DUPLICATE_COLUMN);
        assertThat(refused.reason()).contains("'id' at places [1, 3]");
    }

    @Test
    void columns_without_a_name_are_called_by_their_place() {
        HostileFile file = HostileFile.csv(folder, "id,name,\n1,apple,red\n");
        assertThat(file.records().get(0).more()).isEqualTo(Map.of("column 3", "red"));
    }

    @Test
    void a_file_without_a_header_has_the_expected_columns_in_their_order() {
        HostileFile file = HostileFile.csv(folder, "1,apple\n2,pear,red\n3,plum\n")
                .in(Dialect.csv().withHeader(Dialect.Header.ABSENT));
        assertThat(file.shown()).containsExactly("1 1|apple", "2 too_many_fields", "3 3|plum");
    }

    @Test
    void a_header_where_none_is_declared_is_flawed() {
        HostileFile file =
                HostileFile.csv(folder, "id,name\n1,apple\n").in(Dialect.csv().withHeader(Dialect.Header.ABSENT));
        assertThat(file.shown()).containsExactly("1 repeated_header", "2 1|apple");
    }

    @Test
    void a_header_is_found_below_other_lines() {
        HostileFile file = HostileFile.csv(folder, "Fruit report\n\"By\" me,2026\n\n,,\nid,name\n1,apple\n")
                .in(Dialect.csv().withHeader(Dialect.Header.FIND));
        assertThat(file.shown()).containsExactly("6 1|apple");
    }

    @Test
    void a_header_that_cannot_be_found_refuses_the_file() {
        FileInspection.Refused refused = HostileFile.csv(folder, "report\nid,nane\n1,apple\n")
                .in(Dialect.csv().withHeader(Dialect.Header.FIND))
                .refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.NO_HEADER);
        assertThat(refused.reason()).contains("none of the first 3 records", "id, name");
    }
}
