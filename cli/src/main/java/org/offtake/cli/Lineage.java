package org.offtake.cli;

import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.offtake.etl.configuration.LineageTo;
import org.offtake.etl.lake.Sidecar;
import org.offtake.outbound.http.ApiException;
import org.offtake.outbound.lineage.Events;
import org.offtake.outbound.lineage.FileSink;
import org.offtake.outbound.lineage.ServerSink;
import org.offtake.outbound.lineage.Sink;
import org.offtake.serving.Database;
import org.offtake.serving.Run;
import org.offtake.serving.Runs;
import org.offtake.serving.ServingException;

/** Tells of runs where the configuration says, each once; what could not be told is told with the next run. */
record Lineage(Warehouse warehouse, LineageTo to) {
    private static final String RUN = "run";

    /** Tells what is untold where lineage is configured; a run is no worse for it when that is not taken. */
    static void tell(Warehouse warehouse) {
        warehouse
                .configuration()
                .lineage()
                .filter(any -> warehouse.hasPublished())
                .ifPresent(to -> {
                    try {
                        new Lineage(warehouse, to).tellUntold();
                    } catch (ApiException | ServingException | UncheckedIOException untaken) {
                        System.err.println("WARNING the lineage of this run is not told yet, the next run does it: "
                                + untaken.getMessage());
                    }
                });
    }

    /** How many runs were told: those since the last one that was, the first time the newest alone. */
    int tellUntold() {
        try (Connection connection = warehouse.migratedDatabase().connect()) {
            int told = 0;
            Optional<Long> last =
                    Optional.ofNullable(position().read().get(RUN)).map(Long::valueOf);
            Optional<Run> next = last.isPresent()
                    ? Runs.endedAfter(connection, last.get())
                    : Runs.latest(connection).filter(run -> run.finishedAt().isPresent());
            while (next.isPresent()) {
                tell(connection, next.get());
                position().write(Map.of(RUN, String.valueOf(next.get().runId())));
                told++;
                next = Runs.endedAfter(connection, next.get().runId());
            }
            return told;
        } catch (SQLException failure) {
            throw ServingException.of("Cannot see which runs there are", failure);
        }
    }

    /** Tells one run, whether it was told or not. */
    void tell(long runId) {
        try (Connection connection = warehouse.migratedDatabase().connect()) {
            Run run = Runs.find(connection, runId)
                    .filter(found -> found.finishedAt().isPresent())
                    .orElseThrow(
                            () -> new IllegalArgumentException(
                                    "there is no run " + runId
                                            + " that has ended; `offtake sql --mart \"select run_id, status from app.run\"` lists them"));
            tell(connection, run);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot see run " + runId, failure);
        }
    }

    private void tell(Connection connection, Run run) {
        Database database = warehouse.database();
        URI address = URI.create(database.url().substring("jdbc:".length()).replaceAll("\\?.*", ""));
        LineageOfRun lineage = LineageOfRun.in(
                warehouse.library(),
                warehouse.configuration().lake(),
                "postgres://" + address.getAuthority(),
                address.getPath().substring(1));
        Events events = new Events(to.namespace());
        List<String> texts = lineage.of(run, Runs.publishedBefore(connection, run.runId())).stream()
                .flatMap(job -> events.of(job).stream())
                .toList();
        Stream.concat(
                        to.file().<Sink>map(FileSink::new).stream(),
                        to.url().<Sink>map(url -> new ServerSink(url, to.key())).stream())
                .forEach(sink -> sink.take(texts));
    }

    private Sidecar position() {
        return Sidecar.of(warehouse.configuration().state(), "lineage_told");
    }
}
