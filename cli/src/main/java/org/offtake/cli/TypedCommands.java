package org.offtake.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.offtake.schedules.Commands;

/**
 * Runs commands in this process, on one Spark session that stays warm; one at a time.
 *
 * @param config the configuration that every command is given
 */
record TypedCommands(Engines engines, Path config, Clock clock) implements Commands {

    @Override
    public synchronized Outcome run(List<String> words, Path log) {
        String[] arguments = Stream.concat(words.stream(), Stream.of("--config", config.toString()))
                .toArray(String[]::new);
        PrintStream out = System.out;
        PrintStream err = System.err;
        LastWords lastWords = new LastWords();
        try (OutputStream file = append(log);
                PrintStream said = print(new Both(out, file));
                PrintStream told = print(new Both(err, new Both(file, lastWords)))) {
            print(file)
                    .printf(
                            "# %s ./offtake %s%n",
                            clock.instant().truncatedTo(ChronoUnit.SECONDS), String.join(" ", arguments));
            System.setOut(said);
            System.setErr(told);
            int exitCode = Offtake.run(engines, arguments);
            print(file).printf("# exit code %d%n", exitCode);
            return new Outcome(exitCode, lastWords.text());
        } catch (IOException unwritable) {
            return new Outcome(
                    ExitCode.AWAY_OR_BUSY, "the log " + log + " cannot be written: " + unwritable.getMessage());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static OutputStream append(Path log) throws IOException {
        Files.createDirectories(Objects.requireNonNull(log.getParent()));
        return new FileOutputStream(log.toFile(), true);
    }

    private static PrintStream print(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
