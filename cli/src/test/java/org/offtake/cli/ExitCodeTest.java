package org.offtake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.etl.NotReadyException;
import org.offtake.models.ContractException;
import org.offtake.outbound.http.Api;
import org.offtake.outbound.http.Authentication;
import org.offtake.outbound.http.Call;

/** Each failure has its exit code, however deep Spark has wrapped it. */
class ExitCodeTest {

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_has_the_exit_code_of_its_kind(Throwable failure, int code) {
        assertThat(ExitCode.of(failure)).isEqualTo(code);
        assertThat(ExitCode.of(new IllegalStateException("task failed", failure)))
                .isEqualTo(code);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NotReadyException("no file yet"), 20),
                Arguments.of(new ContractException(Path.of("a.yml"), 3, "wrong"), 40),
                Arguments.of(new IllegalArgumentException("wrong"), 40),
                Arguments.of(new IOException("away"), 45),
                Arguments.of(new UncheckedIOException(new IOException("away")), 45));
    }

    @Test
    void a_known_failure_tells_its_message_and_nothing_else() {
        Throwable failure = new IllegalStateException("task failed", new NotReadyException("no file yet"));
        assertThat(ExitCode.message(failure)).isEqualTo("no file yet");
    }

    @Test
    void a_system_that_does_not_answer_is_worth_a_retry_and_is_named() {
        Api nobody =
                new Api("Metabase", URI.create("http://127.0.0.1:9"), Authentication.none(), Duration.ofSeconds(1));
        Throwable failure = catchThrowable(() -> nobody.call(Call.get("/api/health")));
        assertThat(ExitCode.of(failure)).isEqualTo(ExitCode.AWAY_OR_BUSY);
        assertThat(ExitCode.message(failure))
                .startsWith("Metabase (http://127.0.0.1:9) did not answer GET /api/health");
    }

    @Test
    void a_disk_that_says_no_is_told_as_such() {
        assertThat(ExitCode.message(new FileSystemException("/full", null, "No space left on device")))
                .startsWith("The disk said no: /full: No space left on device.")
                .endsWith("run the same again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "write failed: Disk quota exceeded"})
    void a_full_disk_is_worth_a_retry_and_names_the_folder_that_needs_room(String said) {
        Path home = Path.of("/data/home");
        Throwable fromTask = new IllegalStateException("task failed", new IOException(said));
        Throwable fromSpark = new Exception("write failed", fromTask);
        Throwable fromHadoop = new Error(new IOException(said));
        assertThat(List.of(fromTask, fromSpark, fromHadoop)).allSatisfy(failure -> {
            Throwable full = FullDisk.behind(failure, home).orElseThrow();
            assertThat(ExitCode.of(full)).isEqualTo(ExitCode.AWAY_OR_BUSY);
            assertThat(ExitCode.message(full))
                    .startsWith("The disk of /data/home is full (")
                    .contains("Make room there, and run the same again");
        });
    }

    @Test
    void another_failure_is_not_taken_for_a_full_disk() {
        RuntimeException other = new IllegalStateException("away");
        assertThat(FullDisk.behind(other, Path.of("/data/home"))).isEmpty();
    }

    @Test
    void a_failure_that_nobody_knows_is_ours_and_tells_where_it_happened() {
        assertThat(ExitCode.of(new NullPointerException("x"))).isEqualTo(ExitCode.OUR_MISTAKE);
        assertThat(ExitCode.message(new NullPointerException("x")))
                .contains("please report it", "NullPointerException", "\tat ");
    }
}
