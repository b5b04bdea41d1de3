package org.offtake.serving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} in a data folder says of the server that runs there, or once ran. */
record Postmaster(long pid, int port) {
    private static final int PORT_LINE = 3;

    /** No system gives so high a number to a process. */
    private static final String NO_PROCESS = "2147483646";

    static Optional<Postmaster> in(Path data) {
        Path file = file(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() > PORT_LINE
                    ? Optional.of(new Postmaster(number(lines, 0), (int) number(lines, PORT_LINE)))
                    : Optional.empty();
        } catch (IOException | NumberFormatException unfinished) {
            return Optional.empty(); // being written, or just removed
        }
    }

    /** True when the process is alive, is PostgreSQL, and works in this data folder. */
    boolean runsIn(Path data) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && !isAnotherProgram(data);
    }

    /**
     * After a reboot the number in a stale file may belong to any other program. PostgreSQL run by the same user would
     * then refuse to start, so the number is replaced by one that belongs to nobody. The rest of the file stays: by it
     * PostgreSQL finds out whether orphans of the old server still hold its shared memory.
     */
    static void disownStale(Path data) {
        Optional<Postmaster> stale = in(data).filter(found -> found.isAnotherProgram(data));
        if (stale.isEmpty()) {
            return;
        }
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file(data)));
            lines.set(0, NO_PROCESS);
            Files.write(file(data), lines);
        } catch (IOException failure) {
            throw ServingException.mistake(
                    "Cannot mend the stale " + file(data) + ": " + failure + ". Check its owner and rights", failure);
        }
    }

    private boolean isAnotherProgram(Path data) {
        Optional<String> program =
                ProcessHandle.of(pid).flatMap(process -> process.info().command());
        if (program.isEmpty()) {
            return false;
        }
        return !program.get().contains("postgres") || !worksIn(data);
    }

    private boolean worksIn(Path data) {
        Path workingFolder = Path.of("/proc", Long.toString(pid), "cwd");
        try {
            return Files.readSymbolicLink(workingFolder).equals(data.toRealPath());
        } catch (IOException | UnsupportedOperationException unknown) {
            return true;
        }
    }

    private static long number(List<String> lines, int index) {
        return Long.parseLong(lines.get(index).trim());
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }
}
