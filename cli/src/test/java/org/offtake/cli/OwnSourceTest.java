package org.offtake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's own source, entity and models lie in a folder of their own, and need nothing but its name. */
class OwnSourceTest {
    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void write() throws IOException {
        write("offtake.yml", """
                company: {code: shop, zone: Europe/Amsterdam, currency: EUR}
                home: work
                models: own
                sources:
                  counter: {folder: drop}
                """);
        write("own/entities/visits.yml", """
                about: A visit to the shop, as a counter at the door sees it.
                key: visit_id
                columns:
                  visit_id:    {is: id,       about: Number the counter gives}
                  visit_date:  {is: date,     about: Local day}
                  visitors:    {is: quantity, about: How many came in together}
                checks:
                  - must: visitors > 0
                    because: nobody is no visit
                """);
        write("own/sources/counter/doors.yml", """
                about: Visits, one file a day.
                format: csv
                files: "doors_*.csv"
                dialect: {delimiter: ";"}
                columns:
                  nr:    {is: id}
                  dag:   {is: date, format: dd-MM-yyyy}
                  aantal: {is: quantity}
                becomes: {visits: otherwise}
                """);
        write("own/sources/counter/visits.sql", """
                -- One row per visit.
                select records._record, records.nr as visit_id, records.dag as visit_date, records.aantal as visitors
                from bronze.counter_doors as records
                """);
        write("own/gold/visits/fact_visit.yml", """
                about: One row per visit.
                grain: visit_id
                owner: sales
                load: merge
                follows:
                  silver.visits: visit_id
                columns:
                  visit_id:   {is: id,       about: Number the counter gives}
                  visit_date: {is: date,     about: Local day}
                  visitors:   {is: quantity, about: How many came in together}
                """);
        write("own/gold/visits/fact_visit.sql", """
                -- One row per visit.
                select visits.visit_id, visits.visit_date, visits.visitors
                from silver.visits as visits
                """);
        write("own/mart/visits/kpi_visit_day.yml", """
                about: One row per day.
                grain: visit_date
                owner: sales
                load: merge
                follows:
                  gold.fact_visit: visit_date
                columns:
                  visit_date: {is: date,     about: Local day}
                  visitors:   {is: quantity, about: How many came in}
                """);
        write("own/mart/visits/kpi_visit_day.sql", """
                -- One row per day with a visit.
                select visits.visit_date, sum(visits.visitors) as visitors
                from gold.fact_visit as visits
                group by visits.visit_date
                """);
        write("drop/doors_20240301.csv", """
                nr;dag;aantal
                v1;29-02-2024;2
                v2;29-02-2024;3
                v3;30-02-2024;1
                v4;01-03-2024;0
                """);
    }

    @Test
    void an_own_folder_goes_from_a_tried_file_to_a_published_figure_without_a_rebuild() {
        Answer tried =
                run("source", "try", folder.resolve("drop/doors_20240301.csv").toString(), "--format", "csv");
        assertThat(tried.code()).as(tried.err()).isEqualTo(ExitCode.DONE);
        assertThat(tried.out())
                .contains("files: \"doors_*.csv\"", "dialect: {delimiter: \";\"}", "nr:     {is: id}")
                .contains("counter,shop,v1,2024-02-29,2.000000\n", "counter,shop,v2,2024-02-29,3.000000\n")
                .contains("4,not_a_date,dag,30-02-2024\n", "5,rule_broken,visitors > 0,nobody is no visit\n")
                .doesNotContain("shop,v3", "shop,v4");
        assertThat(tried.err()).contains("as counter/doors: 4 records", "visits: 2", "rejects: 2");
        assertThat(folder.resolve("work/lake")).doesNotExist();

        assertThat(run("run", "--date", "2024-03-01").err()).contains("published mart.kpi_visit_day");
        Answer asked = run("sql", "--mart", "--format", "csv", "select * from mart.kpi_visit_day");
        assertThat(asked.out()).isEqualTo("visit_date,visitors\n2024-02-29,5.000000\n");
    }

    @Test
    void the_lake_answers_as_of_the_published_run_until_the_next_one() throws IOException {
        assertThat(run("run", "--date", "2024-03-01").code()).isEqualTo(ExitCode.DONE);
        write("drop/doors_20240302.csv", "nr;dag;aantal\nv5;02-03-2024;7\n");
        assertThat(run("status").err())
                .contains("readers see the figures of 2024-03-01")
                .doesNotContain("not conformed");
        assertThat(run("land").code()).isEqualTo(ExitCode.DONE);
        assertThat(run("status").err())
                .contains(
                        "1 delivery has landed with records that are not conformed yet; go on with `offtake run --config ")
                .doesNotContain("under way");
        assertThat(run("build").code()).isEqualTo(ExitCode.DONE);

        assertThat(visitors().out()).isEqualTo("visitors\n5.000000\n");
        assertThat(visitors().err())
                .contains("as published with run 1 for 2024-03-01; gold.fact_visit changed since: --newest shows that");
        assertThat(visitors("--newest").out()).isEqualTo("visitors\n12.000000\n");
        assertThat(visitors("--run", "9").err()).contains("run 9 published nothing; `offtake status` names the run");

        assertThat(run("run", "--date", "2024-03-02").code()).isEqualTo(ExitCode.DONE);
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
        Answer answer = run("sql", "with steps as (select * from " + table + ") select * from steps");
        assertThat(answer.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(answer.err())
                .contains("the lake has no table '" + table + "'. " + told)
                .doesNotContain("\tat ");
    }

    private Answer visitors(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("sql", "--format", "csv", "select sum(visitors) as visitors from gold.fact_visit"));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private Answer run(String... arguments) {
        String[] configured = Arrays.copyOf(arguments, arguments.length + 2);
        configured[arguments.length] = "--config";
        configured[arguments.length + 1] = folder.resolve("offtake.yml").toString();
        return Answer.to(configured);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
