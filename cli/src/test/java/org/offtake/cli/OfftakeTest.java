package org.offtake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.serving.FolderLock;

/** The exit code tells a scheduler the kind of failure, and standard error tells a person what to do next. */
class OfftakeTest {
    private static final String COMPANY = "company: {code: shop, zone: Europe/Amsterdam, currency: EUR}\n";
    private static final String SOURCES = "sources:\n  online_retail: {folder: nowhere}\n";

    @TempDir
    private Path folder = Path.of(".");

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("configurations")
    void a_configuration_that_cannot_be_used_is_refused(String text, int code, List<String> told) throws IOException {
        Path file = Files.writeString(folder.resolve("offtake.yml"), text);
        Answer answer = run("land", "--config", file.toString());
        assertThat(answer.err()).contains(told).doesNotContain("\tat ", "s3cret");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.out()).isEmpty();
    }

    static Stream<Arguments> configurations() {
        return Stream.of(
                wrong("compny: {}\n", "offtake.yml:1: unknown key 'compny'. Did you mean 'company'?"),
                wrong(COMPANY + "servng: 1\n", "offtake.yml:2: unknown key 'servng'. Did you mean 'serving'?"),
                wrong("home: work\n", "offtake.yml:1: 'company' is missing: code, name, zone, currency"),
                wrong(COMPANY, "'sources' is missing: which systems send files, and to which folder?"),
                wrong(COMPANY.replace("zone:", "zon:"), "offtake.yml:1: unknown key 'zon'. Did you mean 'zone'?"),
                wrong(COMPANY.replace("Europe/Amsterdam", "Amsterdam"), "'Amsterdam' is no time zone, such as Europe/"),
                wrong(
                        COMPANY + SOURCES.replace("folder:", "foldr:"),
                        "offtake.yml:3: unknown key 'foldr'. Did you mean 'folder'?"),
                wrong(
                        COMPANY + SOURCES.replace("nowhere", "\"${OFFTAKE_FOLDER_THAT_IS_NOT_SET}\""),
                        "offtake.yml:3: the environment variable OFFTAKE_FOLDER_THAT_IS_NOT_SET is not set"),
                wrong(
                        COMPANY + SOURCES + "serving: {password: \"${OFFTAKE_PASSWORD_THAT_IS_NOT_SET}\"}\n",
                        "offtake.yml:4: the environment variable OFFTAKE_PASSWORD_THAT_IS_NOT_SET is not set"),
                wrong(
                        COMPANY + "sources:\n  till: {user: reader}\n",
                        "offtake.yml:3: source 'till' has neither a 'folder' of files nor a database 'url'"),
                wrong(
                        COMPANY + "sources:\n  till: {url: \"jdbc:postgresql://a/b?password=s3cret\", user: me}\n",
                        "offtake.yml:3: The database url carries a user or a password"),
                wrong(
                        COMPANY + "sources:\n  online_retail: {url: \"jdbc:postgresql://a/b\", user: me}\n",
                        "source 'online_retail' has tables that come as files, such as days; give its 'folder'"),
                wrong(COMPANY + SOURCES + "serving: {port: many}\n", "'port' must be a whole number, not 'many'"),
                Arguments.of(
                        COMPANY + SOURCES,
                        ExitCode.SOURCE_NOT_READY,
                        List.of("nowhere of source online_retail does not exist; create it, or correct `folder`")));
    }

    private static Arguments wrong(String text, String... told) {
        return Arguments.of(text, ExitCode.OUR_MISTAKE, List.of(told));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "land", "build", "check", "publish"})
    void a_second_run_is_told_who_is_at_work_and_since_when_and_changes_nothing(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("offtake.yml"), COMPANY + SOURCES);
        try (FolderLock held = FolderLock.acquire(folder.resolve("work"), "run")) {
            Answer answer = run(command, "--config", file.toString());
            assertThat(answer.code()).isEqualTo(ExitCode.AWAY_OR_BUSY);
            assertThat(answer.err())
                    .contains("'run' is already at work on " + folder.resolve("work"))
                    .containsPattern(
                            "in process " + ProcessHandle.current().pid() + " since \\d{4}-\\d\\d-\\d\\dT[\\d:]+Z")
                    .doesNotContain("\tat ");
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile))
                        .containsExactlyInAnyOrder(file, folder.resolve("work/run.lock"));
            }
            assertThat(held).isNotNull();
        }
    }

    @Test
    void a_configuration_that_is_not_there_is_named() {
        Answer answer = run("run", "--config", folder.resolve("other.yml").toString());
        assertThat(answer.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(answer.err())
                .contains("other.yml: there is no such file; name yours with --config FILE")
                .contains("examples/sample-company/offtake.yml");
    }

    @Test
    void a_file_is_tried_without_a_configuration() throws IOException {
        Path file = Files.writeString(folder.resolve("orders_20240301.csv"), "orderId;day\n1;29-02-2024\n");
        Answer answer = run("source", "try", file.toString());
        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out())
                .contains(
                        "files: \"orders_*.csv\"",
                        "dialect: {delimiter: \";\"}",
                        "day:     {is: date, format: \"dd-MM-yyyy\"}",
                        "becomes: {orders: otherwise}");
        assertThat(answer.err()).contains("guessed from the first 1 records");
    }

    @Test
    void a_file_that_cannot_be_tried_says_why() throws IOException {
        Answer absent = run("source", "try", folder.resolve("none.csv").toString());
        assertThat(absent.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(absent.err()).contains("none.csv: there is no such file").doesNotContain("\tat ");
        Path cut = Files.writeString(folder.resolve("cut.parquet"), "PAR1 and no more");
        Answer damaged = run("source", "try", cut.toString());
        assertThat(damaged.code()).isEqualTo(ExitCode.SOURCE_NOT_READY);
        assertThat(damaged.err()).contains("refused truncated: cut.parquet").doesNotContain("\tat ");
        Answer cutOff = run("source", "try", cutGzip().toString());
        assertThat(cutOff.code()).isEqualTo(ExitCode.SOURCE_NOT_READY);
        assertThat(cutOff.err()).contains("refused truncated: cut.csv.gz").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lnad",
                "run --confg x.yml",
                "run --date tomorrow",
                "run --date 2026-02-30",
                "run extra",
                "sql --format xml",
                "quarantine export",
                "quarantine return",
                "quarantine lst",
                "help quarantine exprot"
            })
    void arguments_that_cannot_be_understood_are_our_mistake(String line) {
        Answer answer = run(line.split(" "));
        assertThat(answer.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(answer.err()).contains("See: offtake help").doesNotContain("\tat ");
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "publsh, offtake publish",
        "lnad, offtake land",
        "new migratoin x, offtake new migration",
        "run --confg x.yml, --config"
    })
    void a_word_that_is_misspelt_is_answered_with_the_nearest(String line, String near) {
        assertThat(run(line.split(" ")).err()).contains(near);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void a_new_kpi_whose_name_cannot_be_is_refused(String line, String told) {
        Answer answer = run(("new kpi " + line).split(" "));
        assertThat(answer.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(answer.err()).contains(told).doesNotContain("\tat ");
        assertThat(answer.out()).isEmpty();
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("Open-Orders", "'Open-Orders' cannot name a KPI: write lower case letters and digits"),
                Arguments.of("open_orders --subject a/b", "'a/b' cannot name a subject: write lower case"),
                Arguments.of("kpi_revenue_month", "mart.kpi_revenue_month stands already in "),
                Arguments.of(
                        "open_orders --dashboard sales-at-a-glace",
                        "there is no dashboard 'sales-at-a-glace'. Did you mean 'sales-at-a-glance'?"));
    }

    @Test
    void no_command_at_all_is_our_mistake() {
        assertThat(run().code()).isEqualTo(ExitCode.OUR_MISTAKE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarantine", "source", "new"})
    void a_command_that_needs_another_word_lists_them(String word) {
        Answer answer = run(word);
        assertThat(answer.code()).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(answer.err()).contains("Missing required subcommand", "Usage: offtake " + word, "Commands:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarantine export --help", "quarantine export -h", "help quarantine export"})
    void every_command_tells_of_its_options(String line) {
        Answer answer = run(line.split(" "));
        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out()).contains("Usage: offtake quarantine export", "--to=FILE", "--config=FILE");
    }

    @Test
    void a_day_that_is_none_is_told_in_words() {
        assertThat(run("run", "--date", "2026-13-45").err())
                .contains("--date", "'2026-13-45' is no day such as 2026-11-21")
                .doesNotContain("java.time");
    }

    @Test
    void the_version_is_told() {
        assertThat(run("--version").out()).startsWith("offtake ");
    }

    @Test
    void help_names_every_command_and_every_exit_code_on_standard_output() {
        Answer answer = run("help");
        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out())
                .contains("run", "land", "build", "check", "publish", "sql", "status", "quarantine", "fingerprint")
                .contains("source", "new")
                .contains("20", "40", "45", "50");
        assertThat(answer.err()).isEmpty();
    }

    private Path cutGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("orderId;day\n1;29-02-2024\n".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    }

    private static Answer run(String... arguments) {
        return Answer.to(arguments);
    }
}
