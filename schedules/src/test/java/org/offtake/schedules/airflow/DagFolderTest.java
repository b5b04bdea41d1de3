package org.offtake.schedules.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.schedules.Schedules;

/** What is written for Airflow, and when. */
class DagFolderTest {
    private static final DagSettings SHELL =
            new DagSettings("/opt/offtake", Optional.empty(), "offtake", new DagSettings.Bash());

    @TempDir
    private Path folder = Path.of(".");

    private DagFolder dags = new DagFolder(folder);

    @BeforeEach
    void write() throws IOException {
        dags = new DagFolder(folder.resolve("dags"));
        Files.createDirectories(folder.resolve("schedules"));
        schedule("nightly", """
                about: Takes in what arrived, "all" of it.
                owner: data
                cron: "30 4 * * *"
                start_within: 6 h
                retry:
                  not_ready: {times: 3, wait: 30 min, then: go_on}
                  away: {times: 6, wait: 5 min}
                steps:
                  land: ./offtake land
                  warehouse: ./offtake run --date {business_date}
                """);
        schedule("morning", """
                about: Mails.
                owner: sales
                after: nightly
                steps:
                  mail: ./offtake signals mail
                """);
    }

    @Test
    void a_schedule_becomes_a_file_that_people_can_read() throws IOException {
        assertThat(export(SHELL)).containsExactly("offtake_morning.py written", "offtake_nightly.py written");

        assertThat(Files.readString(folder.resolve("dags/offtake_nightly.py")))
                .isEqualTo(Files.readString(
                        Path.of("src/test/resources/org/offtake/schedules/airflow/offtake_nightly.py")));
        assertThat(text("morning"))
                .contains("    schedule=[Asset(\"offtake://schedules/nightly\")],\n")
                .contains("DONE = Asset(\"offtake://schedules/morning\")\n")
                .doesNotContain("in_time", "none_failed\",\n");
    }

    @Test
    void a_file_is_written_only_when_it_changes_and_removed_when_its_schedule_is_gone() throws IOException {
        export(SHELL);
        Files.writeString(folder.resolve("dags/somebody_elses.py"), "# not ours\n");
        assertThat(export(SHELL)).containsExactly("offtake_morning.py unchanged", "offtake_nightly.py unchanged");

        schedule(
                "nightly",
                Files.readString(folder.resolve("schedules/nightly.yml")).replace("30 4", "15 4"));
        Files.delete(folder.resolve("schedules/morning.yml"));

        assertThat(export(SHELL)).containsExactly("offtake_nightly.py written", "offtake_morning.py removed");
        assertThat(folder.resolve("dags")).isDirectoryContaining("glob:**/somebody_elses.py");
    }

    @Test
    void a_file_that_somebody_changed_is_not_written_over_unless_it_is_said() throws IOException {
        export(SHELL);
        Path nightly = folder.resolve("dags/offtake_nightly.py");
        Files.writeString(nightly, Files.readString(nightly).replace("hours=6", "hours=7"));

        assertThatThrownBy(() -> export(SHELL))
                .hasMessageContaining(nightly + " was not left as `schedule export` wrote it");
        assertThat(dags.export(schedules(), SHELL, true)).hasSize(2);
        assertThat(text("nightly")).contains("hours=6");
    }

    @Test
    void words_reach_the_shell_as_they_were_typed_and_a_date_is_never_part_of_its_program() throws IOException {
        schedule("morning", """
                about: Asks.
                owner: sales
                cron: "0 7 * * *"
                missed: each
                steps:
                  ask: ./offtake sql "select 'it''s' as a, \\"b\\" from gold.x where d = date '{business_date}'"
                """.replace("\\\"", "`"));
        export(SHELL);

        assertThat(text("morning"))
                .contains(
                        "bash_command=\"./offtake sql 'select '\\\\''it'\\\\'''\\\\''s'\\\\'' as a, `b` from gold.x where d ="
                                + " date '\\\\'''\\\"$BUSINESS_DATE\\\"''\\\\'''\",")
                .contains("catchup=True,")
                .contains(
                        "\"env\": {\"BUSINESS_DATE\": \"{{ business_date(dag_run, params, triggering_asset_events) }}\"},");
    }

    @Test
    void a_cluster_is_reached_by_spark_submit_where_that_is_set() throws IOException {
        export(new DagSettings(
                "/opt/offtake",
                Optional.of(Path.of("/etc/offtake.yml")),
                "offtake",
                new DagSettings.SparkSubmit("yarn", "/opt/offtake.jar", List.of("/opt/a.jar", "/opt/b.jar"))));

        assertThat(text("nightly"))
                .contains("class Command(SparkSubmitOperator):")
                .contains("application_args=[\"run\", \"--date\","
                        + " \"{{ business_date(dag_run, params, triggering_asset_events) }}\", \"--config\","
                        + " \"/etc/offtake.yml\"],")
                .contains("\"conn_id\": \"yarn\",", "\"jars\": \"/opt/a.jar,/opt/b.jar\",")
                .doesNotContain("Bash", "cwd");
    }

    private List<String> export(DagSettings settings) {
        return dags.export(schedules(), settings, false).stream()
                .map(file ->
                        file.file().getFileName() + " " + file.change().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private String text(String schedule) throws IOException {
        return Files.readString(folder.resolve("dags/offtake_" + schedule + ".py"));
    }

    private Schedules schedules() {
        return Schedules.read(List.of(folder.resolve("schedules")), ZoneId.of("Europe/Amsterdam"));
    }

    private void schedule(String name, String text) throws IOException {
        Files.writeString(folder.resolve("schedules").resolve(name + ".yml"), text);
    }
}
