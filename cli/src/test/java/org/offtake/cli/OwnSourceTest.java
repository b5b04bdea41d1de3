package org.offtake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's own source, entity and models lie in a folder of their own, and need nothing but its name. */
class OwnSourceTest {
    @TempDir
    private Path folder = Path.of(".");

    private Shop shop = new Shop(folder, "own");

    @BeforeEach
    void write() throws IOException {
        shop = Shop.in(folder);
    }

    @Test
    void an_own_folder_goes_from_a_tried_file_to_a_published_figure_without_a_rebuild() throws IOException {
        Answer tried = shop.run(
                "source", "try", folder.resolve("drop/doors_20240301.csv").toString(), "--format", "csv");
        assertThat(tried.code()).as(tried.err()).isEqualTo(ExitCode.DONE);
        assertThat(tried.out())
                .contains("files: \"doors_*.csv\"", "dialect: {delimiter: \";\"}", "nr:     {is: id}")
                .contains("counter,shop,v1,2024-02-29,2.000000\n", "counter,shop,v2,2024-02-29,3.000000\n")
                .contains("4,not_a_date,dag,30-02-2024\n", "5,rule_broken,visitors > 0,nobody is no visit\n")
                .doesNotContain("shop,v3", "shop,v4");
        assertThat(tried.err()).contains("as counter/doors: 4 records", "visits: 2", "rejects: 2");
        assertThat(folder.resolve("work/lake")).doesNotExist();

        shop.write("drop/doors_20240302.CSV.gz", "cut");
        shop.write("drop/.hidden", "");
        shop.write("drop/counted_by_hand.txt", "3");
        shop.write(
                "offtake.yml",
                Files.readString(shop.configuration())
                        .replace("{folder: drop}", "{folder: drop, leave: \"counted_*.txt\"}"));
        try (Shop.Installed installed = shop.installed()) {
            assertThat(installed).isNotNull();
            isPublished();
        }
    }

    private void isPublished() {
        assertThat(shop.run("run", "--date", "2024-03-01").err())
                .contains("published mart.kpi_visit_day")
                .contains("WARNING 1 file in " + folder.resolve("drop")
                        + " is taken by no source table of counter: doors_20240302.CSV.gz; correct the names");
        Answer asked = shop.run("sql", "--mart", "--format", "csv", "select * from mart.kpi_visit_day");
        assertThat(asked.out()).isEqualTo("visit_date,visitors\n2024-02-29,5.000000\n");
    }

    @Test
    void where_nothing_was_delivered_yet_a_run_waits_for_it_and_says_where_it_looked() throws IOException {
        try (Stream<Path> delivered = Files.list(folder.resolve("drop"))) {
            for (Path file : delivered.toList()) {
                Files.delete(file);
            }
        }

        Answer answer = shop.run("run", "--date", "2024-03-01");

        assertThat(answer.code()).isEqualTo(ExitCode.SOURCE_NOT_READY);
        assertThat(answer.err())
                .contains("no source has delivered anything yet", "counter in " + folder.resolve("drop"));
        assertThat(folder.resolve("work/lake/gold")).doesNotExist();
    }

    @Test
    void the_lake_answers_as_of_the_published_run_until_the_next_one() throws IOException {
        shop = Shop.alone(folder);
        try (Shop.Installed installed = shop.installed()) {
            assertThat(installed).isNotNull();
            answersAsOfThePublishedRun();
        }
    }

    @Test
    void each_run_tells_once_what_it_made_of_what_and_a_server_that_was_away_hears_of_it_later() throws IOException {
        shop = Shop.alone(folder);
        String plain = Files.readString(shop.configuration());
        shop.write("offtake.yml", plain + "lineage: {url: \"http://127.0.0.1:9\", key: planted, file: told.jsonl}\n");
        try (Shop.Installed installed = shop.installed()) {
            assertThat(installed).isNotNull();
            Answer first = shop.run("run", "--date", "2024-03-01");
            assertThat(first.code()).isEqualTo(ExitCode.DONE);
            assertThat(first.err())
                    .contains(
                            "WARNING the lineage of this run is not told yet, the next run does it: the lineage server")
                    .doesNotContain("planted");
            shop.write("offtake.yml", plain + "lineage: {file: told.jsonl}\n");
            Files.delete(folder.resolve("told.jsonl"));

            assertThat(shop.run("lineage").err()).contains("1 run is told");
            assertThat(jobs()).containsExactly("run", "gold.fact_visit", "mart.kpi_visit_day", "silver.visits");
            shop.run("run", "--date", "2024-03-01");
            assertThat(jobs()).as("nothing arrived").hasSize(4);
            assertThat(shop.run("lineage", "--run", "1").err()).contains("run 1 is told");
            assertThat(jobs()).hasSize(8);
            assertThat(shop.run("lineage", "--run", "9").err()).contains("there is no run 9 that has ended");
        }
    }

    /** Of the events that something is complete. */
    private List<String> jobs() throws IOException {
        return Files.readAllLines(folder.resolve("told.jsonl")).stream()
                .filter(line -> line.contains("\"eventType\":\"COMPLETE\""))
                .map(line -> line.replaceAll(
                        ".*\"job\":\\{\"namespace\":\"offtake\",\"name\":\"([^\"]+)\",\"facets.*", "$1"))
                .toList();
    }

    private void answersAsOfThePublishedRun() throws IOException {
        assertThat(shop.run("run", "--date", "2024-03-01").code()).isEqualTo(ExitCode.DONE);
        shop.write("drop/doors_20240302.csv", "nr;dag;aantal\nv5;02-03-2024;7\n");
        assertThat(shop.run("status").err())
                .contains("readers see the figures of 2024-03-01")
                .doesNotContain("not conformed");
        assertThat(shop.run("land").code()).isEqualTo(ExitCode.DONE);
        assertThat(shop.run("status").err())
                .contains(
                        "1 delivery has landed with records that are not conformed yet; go on with `offtake run --config ")
                .doesNotContain("under way");
        assertThat(shop.run("build").code()).isEqualTo(ExitCode.DONE);

        assertThat(visitors().out()).isEqualTo("visitors\n5.000000\n");
        assertThat(visitors().err())
                .contains("as published with run 1 for 2024-03-01; gold.fact_visit changed since: --newest shows that");
        assertThat(visitors("--newest").out()).isEqualTo("visitors\n12.000000\n");
        assertThat(visitors("--run", "9").err()).contains("run 9 published nothing; `offtake status` names the run");

        assertThat(shop.run("run", "--date", "2024-03-02").code()).isEqualTo(ExitCode.DONE);
        assertThat(visitors().out()).isEqualTo("visitors\n12.000000\n");
        assertThat(visitors().err()).doesNotContain("changed since");
        assertThat(visitors("--run", "1").out()).isEqualTo("visitors\n5.000000\n");
    }

    @ParameterizedTest
    @CsvSource({
        "fact_visit, Did you mean 'gold.fact_visit'?",
        "gold.fact_vist, Did you mean 'gold.fact_visit'?",
        "mart.kpi_visit_day, The mart is in PostgreSQL: add --mart",
        "turnover, `offtake explain` lists every table."
    })
    void a_table_that_the_lake_does_not_have_is_answered_with_the_nearest(String table, String told) {
        Answer answer = shop.run("sql", "with steps as (select * from " + table + ") select * from steps");
        assertThat(answer.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(answer.err())
                .contains("the lake has no table '" + table + "'. " + told)
                .doesNotContain("\tat ");
    }

    private Answer visitors(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("sql", "--format", "csv", "select sum(visitors) as visitors from gold.fact_visit"));
        arguments.addAll(List.of(options));
        return shop.run(arguments.toArray(String[]::new));
    }
}
