package org.offtake.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.lake.Lake;
import org.offtake.models.TableName;
import org.offtake.serving.Run;
import org.offtake.serving.Runs;
import org.offtake.serving.ServingException;
import org.offtake.serving.TableVersion;

/** The lake as it stood when a run was published. */
record AsOfRun(Run run, boolean named) {

    /** The named run, else the one whose figures the readers see; empty when nothing was published yet. */
    static Optional<AsOfRun> of(Warehouse warehouse, Optional<Long> number) {
        if (!warehouse.hasPublished() && number.isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = warehouse.readerDatabase().connect()) {
            boolean kept = Runs.areKept(connection);
            if (number.isEmpty()) {
                return kept ? Runs.published(connection).map(run -> new AsOfRun(run, false)) : Optional.empty();
            }
            return Optional.of((kept ? Runs.find(connection, number.get()) : Optional.<Run>empty())
                    .filter(run -> !run.manifest().isEmpty())
                    .map(run -> new AsOfRun(run, true))
                    .orElseThrow(() -> new IllegalArgumentException("run " + number.get()
                            + " published nothing; `offtake status` names the run that the readers see")));
        } catch (SQLException failure) {
            throw ServingException.of("Cannot see which run was published; --newest asks the lake alone", failure);
        }
    }

    /**
     * The inputs as the run saw them. A table that the run does not know, or that was made anew since, stays as it is now,
     * unless the run was asked for by its number.
     */
    Inputs of(Inputs now) {
        Map<TableName, Long> versions = new TreeMap<>();
        now.versions()
                .forEach((table, newest) ->
                        versions.put(table, version(now, table).orElseGet(() -> {
                            if (named) {
                                throw new IllegalArgumentException("run " + run.runId() + " knows no " + table
                                        + " as it is here; --newest shows what there is now");
                            }
                            return newest;
                        })));
        return new Inputs(now.lake(), now.library(), versions);
    }

    /** What a reader has to know of the answer: of which run it is, when the lake holds something newer or one was named. */
    Optional<String> told(Inputs now) {
        List<String> newer = now.versions().entrySet().stream()
                .filter(entry -> version(now, entry.getKey())
                        .filter(entry.getValue()::equals)
                        .isEmpty())
                .map(entry -> entry.getKey().toString())
                .toList();
        String of = "as published with run " + run.runId() + " for " + run.businessDate();
        if (named) {
            return Optional.of(of);
        }
        return newer.isEmpty()
                ? Optional.empty()
                : Optional.of(of + "; " + String.join(", ", newer) + " changed since: --newest shows that");
    }

    private Optional<Long> version(Inputs now, TableName table) {
        return Optional.ofNullable(run.manifest().get(table.toString()))
                .filter(then -> then.id().equals(Lake.id(now.lake().root(), table)))
                .map(TableVersion::version);
    }
}
