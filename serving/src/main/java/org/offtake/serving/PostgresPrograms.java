package org.offtake.serving;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's own programs, and says how they ended. */
record PostgresPrograms(PostgresBinaries binaries, PostgresHome home) {
    private static final long MINUTES_TO_END = 10;

    /** @param output of both streams, trimmed */
    record Ended(int exitCode, String output) {
        boolean failed() {
            return exitCode != 0;
        }
    }

    Ended run(String program, List<String> arguments, Path data) {
        List<String> command = new ArrayList<>(unprivileged());
        command.add(binaries.program(program));
        command.addAll(arguments);
        try {
            Process process = builder(command, data).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            if (!process.waitFor(MINUTES_TO_END, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw ServingException.away(program + " did not end within " + MINUTES_TO_END + " minutes. Look at "
                        + home.log() + ", then try again");
            }
            return new Ended(process.exitValue(), output);
        } catch (IOException failure) {
            throw ServingException.mistake(
                    "Cannot run " + program + " of PostgreSQL " + binaries.version() + ": " + failure.getMessage()
                            + ". If these programs or unshare (needed as root) do not fit this system, install PostgreSQL and"
                            + " name its url in the configuration",
                    failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw ServingException.away("Interrupted while waiting for " + program + ". Try again", interrupt);
        }
    }

    /** The data folder goes by the environment: an argument would be read once more by a shell. */
    private ProcessBuilder builder(List<String> command, Path data) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        environment.put("PGDATA", data.toString());
        return builder;
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody, and still owns its files. */
    private static List<String> unprivileged() {
        return runsAsRoot() ? List.of("unshare", "--user") : List.of();
    }

    static boolean runsAsRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException noSuchView) {
            return System.getProperty("user.name", "").equals("root");
        }
    }
}
