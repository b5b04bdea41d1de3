package org.offtake.schedules.airflow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offtake.schedules.BusinessDateRule;
import org.offtake.schedules.Missed;
import org.offtake.schedules.Retry;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.Step;
import org.offtake.schedules.When;
import org.offtake.schedules.airflow.DagSettings.SparkSubmit;

/**
 * One schedule as a DAG of Airflow's: plain Python that needs nothing but Airflow, for people to read.
 *
 * <p>It runs at the times, tries again after the pauses, and lets run after it what our own scheduler would.
 */
record DagFile(Schedule schedule, DagSettings settings) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");
    private static final String BUSINESS_DATE = "{business_date}";
    private static final String TEMPLATE = "{{ business_date(dag_run, params, triggering_asset_events) }}";

    static String dagId(String schedule) {
        return "offtake_" + schedule;
    }

    String name() {
        return dagId(schedule.name()) + ".py";
    }

    /** All of it but the two lines that {@link DagFolder} puts in front. */
    String text() {
        return "\"\"\"" + schedule.about().replace("\\", "\\\\").replace("\"", "\\\"") + "\"\"\"\n\n"
                + DagCode.IMPORTS.formatted(spark() ? DagCode.SPARK : DagCode.BASH)
                + constants()
                + DagCode.COMMAND.formatted(spark() ? "SparkSubmitOperator" : "BashOperator", afterExitCode())
                + DagCode.PLANNED
                + businessDate()
                + "\n\nwith DAG(\n"
                + indented(dag())
                + "):\n"
                + (inTime()
                        ? DagCode.IN_TIME.formatted(
                                Python.timedelta(schedule.startWithin().orElseThrow()))
                        : "")
                + DagCode.DONE
                + "    chain(\n"
                + (inTime() ? "        in_time(),\n" : "")
                + schedule.steps().stream().map(this::command).collect(Collectors.joining())
                + "        done(),\n"
                + "    )\n";
    }

    private boolean spark() {
        return settings.operator() instanceof SparkSubmit;
    }

    /** Only what has times of its own can be late for them. */
    private boolean inTime() {
        return schedule.startWithin().isPresent() && schedule.cron().isPresent();
    }

    private String constants() {
        return "\nZONE = ZoneInfo(" + Python.text(schedule.zone().getId()) + ")\n" + "DONE = " + asset(schedule.name())
                + "\n";
    }

    private static String asset(String schedule) {
        return "Asset(" + Python.text("offtake://schedules/" + schedule) + ")";
    }

    private String businessDate() {
        boolean yesterday = schedule.businessDate() == BusinessDateRule.YESTERDAY;
        return DagCode.BUSINESS_DATE_OF.formatted(
                yesterday ? "The day before the one" : "The day that", yesterday ? " - timedelta(days=1)" : "");
    }

    private String afterExitCode() {
        return tries(Retry.NOT_READY, "NotReady", schedule.retry().notReady())
                + tries(Retry.AWAY, "Away", schedule.retry().away());
    }

    private static String tries(int code, String kind, Retry.Tries tries) {
        String again = "            if code == " + code + " and tries <= " + tries.times() + ":\n"
                + "                raise " + kind + "(str(failure)) from failure\n";
        String goOn = "            if code == " + code + ":\n"
                + "                raise AirflowSkipException(f\"{failure} What comes after it goes on.\") from failure\n";
        return (tries.times() > 0 ? again : "") + (tries.goesOn() ? goOn : "");
    }

    private List<String> dag() {
        List<String> lines = new ArrayList<>(List.of(
                "dag_id=" + Python.text(dagId(schedule.name())) + ",",
                "description=" + Python.text(schedule.about()) + ",",
                "doc_md=__doc__,",
                "schedule=" + when() + ",",
                "catchup=" + Python.flag(schedule.missed() == Missed.EACH) + ",",
                "max_active_runs=1,",
                "tags=[\"offtake\"],",
                "params={\"business_date\": Param(None, type=[\"null\", \"string\"], format=\"date\")},",
                "user_defined_macros={\"business_date\": business_date},",
                "default_args={"));
        defaults().forEach(line -> lines.add("    " + line));
        lines.add("},");
        return lines;
    }

    private String when() {
        if (schedule.when() instanceof When.After after) {
            return "[" + asset(after.schedule()) + "]";
        }
        return "CronTriggerTimetable("
                + Python.text(schedule.cron().orElseThrow().expression()) + ", timezone="
                + Python.text(schedule.zone().getId()) + ")";
    }

    private List<String> defaults() {
        Retry retry = schedule.retry();
        Retry.Tries longest =
                retry.notReady().pause().compareTo(retry.away().pause()) > 0 ? retry.notReady() : retry.away();
        List<String> lines = new ArrayList<>(List.of(
                "\"owner\": " + Python.text(schedule.owner()) + ",",
                "\"pool\": " + Python.text(settings.pool()) + ",",
                "\"retries\": "
                        + Math.max(retry.notReady().times(), retry.away().times()) + ",",
                "\"retry_delay\": " + Python.timedelta(longest.pause()) + ",",
                "\"retry_policy\": ExceptionRetryPolicy",
                "and ExceptionRetryPolicy(",
                "    [",
                "        RetryRule(NotReady, retry_delay="
                        + Python.timedelta(retry.notReady().pause()) + "),",
                "        RetryRule(Away, retry_delay="
                        + Python.timedelta(retry.away().pause()) + "),",
                "    ]",
                "),"));
        if (retry.notReady().goesOn() || retry.away().goesOn()) {
            lines.add("\"trigger_rule\": \"none_failed\",");
        }
        lines.addAll(settings.operator() instanceof SparkSubmit submit ? submitted(submit) : shell());
        return lines;
    }

    private List<String> shell() {
        return List.of(
                "\"cwd\": " + Python.text(settings.folder()) + ",",
                "\"env\": {\"BUSINESS_DATE\": " + Python.text(TEMPLATE) + "},",
                "\"append_env\": True,",
                "\"skip_on_exit_code\": None,");
    }

    private List<String> submitted(SparkSubmit submit) {
        return List.of(
                "\"conn_id\": " + Python.text(submit.connection()) + ",",
                "\"application\": " + Python.text(submit.application()) + ",",
                "\"java_class\": \"org.offtake.cli.Offtake\",",
                "\"jars\": " + Python.text(String.join(",", submit.jars())) + ",",
                "\"conf\": {\"spark.driver.extraJavaOptions\": "
                        + Python.text("-Duser.timezone=UTC -Dofftake.house=" + settings.folder()) + "},");
    }

    private String command(Step step) {
        Stream<String> config = settings.config().stream().flatMap(file -> Stream.of("--config", file.toString()));
        List<String> words = Stream.concat(step.words().stream(), config).toList();
        String what = spark()
                ? "application_args="
                        + Python.list(words.stream()
                                .map(word -> word.replace(BUSINESS_DATE, TEMPLATE))
                                .toList())
                : "bash_command="
                        + Python.text("./offtake "
                                + words.stream().map(DagFile::quoted).collect(Collectors.joining(" ")));
        return "        Command(\n            task_id=" + Python.text(step.name()) + ",\n            " + what
                + ",\n        ),\n";
    }

    /** A word for a shell; Airflow itself must find no template in it, and take none of it for a file. */
    private static String quoted(String word) {
        if (word.equals(BUSINESS_DATE)) {
            return "$BUSINESS_DATE";
        }
        String plain = word.replace(BUSINESS_DATE, "");
        if (PLAIN.matcher(plain).matches()) {
            return word.replace(BUSINESS_DATE, "${BUSINESS_DATE}");
        }
        return "'" + word.replace("'", "'\\''").replace(BUSINESS_DATE, "'\"$BUSINESS_DATE\"'") + "'";
    }

    private static String indented(List<String> lines) {
        return lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
    }
}
