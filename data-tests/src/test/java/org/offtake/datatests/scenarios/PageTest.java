package org.offtake.datatests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.offtake.models.ContractException;
import org.offtake.models.TableName;

/** A page is read as a person reads it, and refused with its line where it cannot be. */
class PageTest {
    private static final Path PAGE = Path.of("kpi_a.md");

    @Test
    void a_page_under_one_title_is_one_scenario() {
        List<Scenario> scenarios = read("""
                # A title

                Some prose, Given nothing.

                Given gold.fact_a:

                | a_id | note    |
                |------|---------|
                | 1    | x \\| y |
                | 2    |         |

                When business_date is 2026-03-01.

                Then: no rows.
                """);
        Scenario only = scenarios.get(0);
        assertThat(scenarios).hasSize(1);
        assertThat(only.title()).isEqualTo("A title");
        assertThat(only.businessDate()).contains(LocalDate.of(2026, 3, 1));
        assertThat(only.given().get(TableName.parse("gold.fact_a")))
                .isEqualTo(new MarkdownTable(
                        7,
                        List.of("a_id", "note"),
                        List.of(
                                new MarkdownTable.Line(9, List.of("1", "x | y")),
                                new MarkdownTable.Line(10, List.of("2", "")))));
        assertThat(only.then().table().rows()).isEmpty();
    }

    @Test
    void each_title_of_the_second_level_is_a_scenario_of_its_own() {
        List<Scenario> scenarios = read("""
                # A page
                ## The first
                Then: no rows.
                ## The second
                Then among others:
                | a_id |
                |------|
                | 1    |
                """);
        assertThat(scenarios).extracting(Scenario::title).containsExactly("The first", "The second");
        assertThat(scenarios)
                .extracting(scenario -> scenario.then().amongOthers())
                .containsExactly(false, true);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void a_page_that_cannot_be_read_is_refused_with_its_line(String problem, String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("kpi_a.md:" + problem);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("1: the scenario 'A' has no `Then`", "# A\n"),
                Arguments.of("2: no table stands below", "# A\nThen:\n\nsome prose"),
                Arguments.of("2: 'Then no rows' is no step", "# A\nThen no rows\n"),
                Arguments.of("2: 'Given gold.a' is no step", "# A\nGiven gold.a\n"),
                Arguments.of("2: 'gould' is no layer. Did you mean 'gold'?", "# A\nGiven gould.a:\n| a |\n|---|\n"),
                Arguments.of("2: 'today' is no day", "# A\nWhen business_date is today.\n"),
                Arguments.of("2: no `Given layer.table:`", "# A\n| a |\n|---|\n"),
                Arguments.of("3: a table has a line |---|", "# A\nThen:\n| a |\n| 1 |\n"),
                Arguments.of("3: a column stands twice", "# A\nThen:\n| a | a |\n|---|---|\n"),
                Arguments.of("5: 2 cells stand below 1 names", "# A\nThen:\n| a |\n|---|\n| 1 | 2 |\n"),
                Arguments.of("3: the scenario has its `Then`", "# A\nThen: no rows.\nThen: no rows.\n"),
                Arguments.of("3: the steps above stand under no title", "# A\nThen: no rows.\n## B\nThen: no rows.\n"),
                Arguments.of(
                        "5: gold.a is given twice",
                        "# A\nGiven gold.a:\n| a |\n|---|\nGiven gold.a:\n| a |\n|---|\nThen: no rows."));
    }

    private static List<Scenario> read(String text) {
        return Page.read(PAGE, text.lines().toList());
    }
}
