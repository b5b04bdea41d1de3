package org.offtake.etl.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.offtake.etl.check.BrokenRulesException;
import org.offtake.etl.check.Checking;
import org.offtake.etl.check.Finding;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.land.Landed;
import org.offtake.etl.publish.Publishing;
import org.offtake.models.Layer;
import org.offtake.models.Model;
import org.offtake.models.TableName;
import org.offtake.serving.Database;
import org.offtake.serving.FolderLock;
import org.offtake.serving.Migrations;
import org.offtake.serving.Run;
import org.offtake.serving.Runs;
import org.offtake.serving.ServingException;

/**
 * Land, conform, build, check and publish, once.
 *
 * @param database opened only when something was published, or is to be
 */
public record WholeRun(Pipeline pipeline, Supplier<Database> database, Path migrations) {
    /** What a run came to. */
    public record Result(boolean published, long refusedFiles) {}

    public Result run() {
        try (FolderLock lock = FolderLock.acquire(pipeline.configuration().home(), "run")) {
            sayWhatABackfillDoes();
            List<Landed> landed = toGold();
            long refused = landed.stream().mapToLong(Landed::refused).sum();
            if (isPublished() && !tellsAgain()) {
                pipeline.progress().say("nothing to publish: the readers have everything");
                return new Result(false, refused);
            }
            publish();
            return new Result(true, refused);
        }
    }

    private void sayWhatABackfillDoes() {
        if (pipeline.isBackfill()) {
            pipeline.progress()
                    .say(pipeline.asked() + " is before the published " + pipeline.businessDate()
                            + ": figures that are told by day are told again for it; all others stay of "
                            + pipeline.businessDate());
        }
    }

    private List<Landed> toGold() {
        try {
            List<Landed> landed = landed();
            if (pipeline.teachWeekly()) {
                landed();
            }
            return landed;
        } catch (Exception | Error failure) { // Spark throws checked exceptions that it does not declare
            attempt(failure, () -> pipeline.register()
                    .get()
                    .ifPresent(there -> tell(failure, () -> Runs.start(there, pipeline.businessDate()))));
            throw failure;
        }
    }

    /** Takes in what arrived and builds what it changes. */
    private List<Landed> landed() {
        List<Landed> landed = pipeline.land();
        pipeline.refuseNothing();
        pipeline.conform();
        pipeline.build();
        return landed;
    }

    /** Checks what was built and publishes it. */
    public void publish() {
        Database target = database.get();
        Migrations.migrate(target, migrations);
        long runId = Runs.start(target, pipeline.businessDate());
        try {
            publish(target, runId);
        } catch (Exception | Error failure) {
            tell(failure, () -> runId);
            throw failure;
        }
        published().write(inputs(), pipeline.businessDate(), runId);
    }

    /**
     * Tells the readers why they keep what they had, until a run publishes: the next one does, even with nothing new. That
     * one of these cannot be written must neither hide the reason nor hinder the other: a full disk is not a lost server.
     */
    private void tell(Throwable failure, Supplier<Long> run) {
        attempt(failure, () -> published().writeFailure());
        attempt(failure, () -> Runs.fail(database.get(), run.get(), String.valueOf(failure.getMessage())));
    }

    private static void attempt(Throwable failure, Runnable telling) {
        try {
            telling.run();
        } catch (Exception untold) {
            failure.addSuppressed(untold);
        }
    }

    private void publish(Database target, long runId) {
        try (Connection connection = target.connect()) {
            pipeline.progress().say("checking what was built");
            check();
            boolean goesOn = isLastRun(connection);
            if (!goesOn) {
                pipeline.progress()
                        .say("the database and this home do not know of the same last run: all is published anew");
            }
            Publishing.Outcome outcome = new Publishing(
                            pipeline.library(),
                            pipeline.lake().get(),
                            pipeline.businessDate(),
                            pipeline.asked(),
                            pipeline.configuration().telling())
                    .publish(connection, runId, goesOn);
            outcome.tables().forEach(published -> pipeline.progress()
                    .say("published " + published.table() + " " + published.how() + ": " + published.rows() + " rows"));
            outcome.signals().ifPresent(registered -> pipeline.progress().say("signals: " + registered));
        } catch (SQLException failure) {
            throw ServingException.of("Cannot publish run " + runId, failure);
        }
    }

    /** Holds what was built against contracts and assertions; throws when a rule that stops is broken. */
    public List<Finding> check() {
        Lake lake = pipeline.lake().get();
        List<Finding> findings =
                new Checking(pipeline.library(), lake, pipeline.configuration().state()).check();
        findings.stream().filter(finding -> !finding.stops()).forEach(finding -> pipeline.progress()
                .warn(finding.toString()));
        List<Finding> stopping = findings.stream().filter(Finding::stops).toList();
        if (!stopping.isEmpty()) {
            throw new BrokenRulesException(stopping);
        }
        pipeline.progress().say("checked: every rule that stops publication holds");
        return findings;
    }

    private boolean isPublished() {
        return published().is(inputs(), pipeline.businessDate()) && isLastRun(database.get());
    }

    /** Home and database may have been put back from copies of two moments. */
    private boolean isLastRun(Database target) {
        try (Connection connection = target.connect()) {
            return Runs.areKept(connection) && isLastRun(connection);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot see which run was published in " + target, failure);
        }
    }

    private boolean isLastRun(Connection connection) {
        return Runs.published(connection).map(Run::runId).equals(published().run());
    }

    /** Whether there are figures of an earlier day to tell again. */
    private boolean tellsAgain() {
        return pipeline.isBackfill()
                && pipeline.library().models(Layer.MART).stream()
                        .anyMatch(model -> model.frozen().isPresent());
    }

    private Map<String, String> inputs() {
        Map<String, String> print = new TreeMap<>();
        Set<TableName> tables = new TreeSet<>();
        StringBuilder definitions = new StringBuilder();
        for (Model model : pipeline.library().models().values()) {
            if (model.table().layer() == Layer.MART) {
                tables.addAll(model.reads());
                definitions.append(model.sql()).append(model.columns()).append(model.grain());
                continue;
            }
            tables.add(model.table());
        }
        Path lake = pipeline.configuration().lake();
        tables.forEach(table -> Lake.version(lake, table)
                .ifPresent(version -> print.put(table.toString(), version + " " + Lake.id(lake, table))));
        print.put("mart", DigestUtils.sha256Hex(definitions.toString()));
        print.put("serving", pipeline.configuration().serving().url().orElse("embedded"));
        return print;
    }

    private Published published() {
        return Published.of(pipeline.configuration());
    }
}
