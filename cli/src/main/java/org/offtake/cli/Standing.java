package org.offtake.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offtake.serving.Database;
import org.offtake.serving.Failure;
import org.offtake.serving.Run;
import org.offtake.serving.Runs;
import org.offtake.serving.ServingException;

/** Which run the readers see, and what failed since. */
record Standing(Optional<Run> published, Optional<Failure> failure) {

    static Standing of(Database database) {
        try (Connection connection = database.connect()) {
            return Runs.areKept(connection)
                    ? new Standing(Runs.published(connection), Runs.failure(connection))
                    : new Standing(Optional.empty(), Optional.empty());
        } catch (SQLException failure) {
            throw ServingException.of("Cannot see which run was published in " + database, failure);
        }
    }

    /** For people: one line per fact. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String shown = published
                .map(run -> "the figures of " + run.businessDate() + " (run " + run.runId() + ")")
                .orElse("no figures yet");
        lines.add("readers see " + shown);
        failure.ifPresent(failed -> {
            lines.add("WARNING nothing was published since " + failed.since() + " (" + failed.runs()
                    + " runs failed), so these stay; the last one was run "
                    + failed.last().runId() + " for " + failed.last().businessDate() + ":");
            failed.last().message().ifPresent(message -> message.lines().forEach(line -> lines.add("  " + line)));
        });
        return lines;
    }
}
