package org.offtake.datatests.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.datatests.Checkout;

/** The files of the checkout keep the rules of the house, and each rule bites where it is broken. */
class SourceRulesTest {
    private static final List<SourceFile> FILES = SourceFile.below(Checkout.root());

    @Test
    void the_files_of_all_modules_are_looked_at() {
        assertThat(FILES)
                .extracting(SourceFile::path)
                .contains(
                        "models/src/main/java/org/offtake/models/Model.java",
                        "cli/src/main/java/org/offtake/cli/Offtake.java",
                        "models/gold/calendar/dim_date.sql")
                .noneMatch(path -> path.contains("/target/"));
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(JavaRules.packagesNotNullMarked(FILES)).isEmpty();
    }

    @Test
    void no_file_is_two_files() {
        assertThat(FILES.stream().flatMap(JavaRules::tooLong)).isEmpty();
    }

    @Test
    void nothing_is_left_unfinished_or_switched_off() {
        assertThat(FILES.stream().flatMap(JavaRules::unfinished)).isEmpty();
    }

    @Test
    void nothing_is_mocked() {
        assertThat(FILES.stream().flatMap(JavaRules::mocks)).isEmpty();
    }

    @Test
    void every_name_says_what_it_is() {
        assertThat(FILES.stream().flatMap(JavaRules::namesThatSayNothing)).isEmpty();
    }

    @Test
    void every_select_is_written_as_the_others() {
        assertThat(FILES.stream().filter(SourceFile::isModel).flatMap(SqlRules::broken))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "etl-jobs/src/main/java/org/offtake/etl/util/Rows.java, record, Rows",
        "etl-jobs/src/main/java/org/offtake/etl/land/Files.java, final class, FileUtils",
        "cli/src/main/java/org/offtake/cli/Run.java, interface, RunManager",
        "cli/src/main/java/org/offtake/cli/Run.java, record, RequestHandler"
    })
    void a_name_that_says_nothing_is_refused(String path, String kind, String name) {
        assertThat(JavaRules.namesThatSayNothing(new SourceFile(path, List.of(kind + " " + name + "() {}"))))
                .singleElement()
                .asString()
                .startsWith(path);
    }

    @Test
    void a_note_to_finish_later_a_disabled_test_and_a_mock_are_refused() {
        assertThat(JavaRules.unfinished(java("// TO" + "DO later", "@Dis" + "abled", "// FIX" + "ME")))
                .hasSize(3);
        assertThat(JavaRules.mocks(java("import org.mock" + "ito.Mock;"))).hasSize(1);
    }

    @Test
    void a_file_of_251_lines_is_refused_unless_it_is_generated() {
        List<String> lines = Stream.generate(() -> "").limit(251).toList();
        assertThat(JavaRules.tooLong(new SourceFile("a/A.java", lines))).hasSize(1);
        assertThat(JavaRules.tooLong(new SourceFile("a/A.java", lines.subList(0, 250))))
                .isEmpty();
        assertThat(JavaRules.tooLong(new SourceFile("models/migrations/V1__a.sql", lines)))
                .isEmpty();
    }

    @Test
    void a_package_without_a_null_marked_package_info_is_refused() {
        SourceFile unmarked = new SourceFile("a/src/main/java/b/package-info.java", List.of("package b;"));
        SourceFile marked = new SourceFile("c/src/main/java/d/package-info.java", List.of("@NullMarked", "package d;"));
        SourceFile tested = new SourceFile("c/src/test/java/d/DTest.java", List.of("package d;"));
        assertThat(JavaRules.packagesNotNullMarked(List.of(unmarked, marked, tested)))
                .singleElement()
                .asString()
                .startsWith("a/src/main/java/b ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT lines.id from silver.lines as lines",
                "select l.id from silver.lines as l",
                "select lines.id from silver.lines lines",
                "select id from silver.lines where id > 1",
                "select id from silver.lines",
                "select current_date() as today",
                "select rand() as chance",
                "select first(lines.id) as id from silver.lines as lines",
                "select last_value(lines.id) over (partition by lines.id) as id from silver.lines as lines",
                "select first_value(lines.id) over whole as id from silver.lines as lines window whole as (rows 1 preceding)",
                "select collect_list(lines.id) as ids from silver.lines as lines"
            })
    void a_select_that_breaks_a_rule_is_refused(String select) {
        SourceFile file = new SourceFile("models/gold/a/dim_a.sql", List.of("-- One row per a.", select));
        assertThat(SqlRules.broken(file)).singleElement().asString().startsWith("models/gold/a/dim_a.sql:2 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'SELECT current_date' as text -- FROM here",
                "select lines.id from silver.lines as lines left join gold.dim_a as others on true",
                "select last_value(lines.id) ignore nulls over (partition by lines.a order by lines.b) as id"
                        + " from silver.lines as lines",
                "select first_value(lines.id) over history as id from silver.lines as lines"
                        + " window history as (partition by lines.a order by lines.b)",
                "select sort_array(collect_list(lines.id)) as ids from silver.lines as lines"
            })
    void a_select_that_keeps_the_rules_is_accepted(String select) {
        SourceFile file = new SourceFile("models/gold/a/dim_a.sql", List.of("-- One row per a.", select));
        assertThat(SqlRules.broken(file)).isEmpty();
    }

    @Test
    void a_select_without_a_first_line_or_too_long_or_too_wide_is_refused() {
        List<String> lines = Stream.concat(
                        Stream.of("select 1 as one", "-- " + "a".repeat(138)),
                        Stream.generate(() -> "").limit(118))
                .toList();
        assertThat(SqlRules.broken(new SourceFile("models/mart/a/kpi_a.sql", lines)))
                .hasSize(3);
    }

    private static SourceFile java(String... lines) {
        return new SourceFile("a/src/main/java/b/C.java", List.of(lines));
    }
}
