package org.offtake.etl.build;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.detect.KeepingMaker;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * Builds one gold model from what changed in its inputs; the result is what a full rebuild would give.
 *
 * @param longest histories that cost less to begin anew than to keep a maker's states of
 */
public record Building(
        Model model, Library library, Path lakeRoot, Path state, LocalDate businessDate, HistoryLength longest) {

    public Building(Model model, Library library, Path lakeRoot, Path state, LocalDate businessDate) {
        this(model, library, lakeRoot, state, businessDate, HistoryLength.BEGUN_ANEW);
    }

    /** What building did, for people to read. */
    public record Built(TableName table, String how, TableWriter.Written written) {}

    /** Whether nothing the model reads changed since it was built, told without a session. */
    public boolean isUpToDate() {
        return Lake.version(lakeRoot, model.table()).isPresent()
                && memory().read()
                        .equals(Consumed.of(model, lakeRoot, currentVersions(), businessDate)
                                .values());
    }

    /** Brings the table up to its pinned inputs. */
    public Built build(Lake lake) {
        Inputs inputs = Inputs.pin(lake, library, model.reads());
        Consumed next = Consumed.of(model, lakeRoot, inputs.versions(), businessDate);
        Consumed before = lake.exists(model.table()) ? new Consumed(memory().read()) : new Consumed(Map.of());
        if (!before.isOfSameDefinition(next)) {
            new SelectRules(lake.spark(), library).check(model);
        }
        Built built = write(lake, new Candidates(model, inputs, businessDate), new Since(model, before, next, inputs));
        memory().write(next.values());
        return built;
    }

    private Built write(Lake lake, Candidates candidates, Since since) {
        TableWriter writer = new TableWriter(lake, model.table(), model.by());
        ChangedUnits changed = since.changed();
        if (changed instanceof ChangedUnits.None) {
            return new Built(model.table(), "unchanged", TableWriter.Written.NOTHING);
        }
        Optional<UnitSet> units =
                changed instanceof ChangedUnits.Some some ? Optional.of(some.units()) : Optional.empty();
        Function<Dataset<Row>, TableWriter.Written> write =
                rows -> units.isPresent() ? writer.replaceUnits(rows, units.get()) : writer.replaceAll(rows);
        TableWriter.Written written = candidates
                .maker()
                .filter(KeepingMaker.class::isInstance)
                .map(KeepingMaker.class::cast)
                .map(maker -> new StatefulMaking(maker, kept(lake, maker), candidates, since))
                .filter(making -> making.isWorthIt(units, longest))
                .map(making -> making.make(units, write))
                .orElseGet(() -> write.apply(candidates.of(units)));
        return new Built(model.table(), units.isPresent() ? "changed units" : "in full", written);
    }

    private KeptStates kept(Lake lake, KeepingMaker maker) {
        TableName beside = new TableName(model.table().layer(), model.table().name() + "_state");
        return new KeptStates(
                lake,
                beside,
                maker.names(),
                Consumed.definition(model),
                Sidecar.of(state, "kept_" + model.table().name()));
    }

    private Map<TableName, Long> currentVersions() {
        Map<TableName, Long> versions = new TreeMap<>();
        model.reads().forEach(table -> {
            OptionalLong version = Lake.version(lakeRoot, table);
            if (version.isPresent()) {
                versions.put(table, version.getAsLong());
            }
        });
        return versions;
    }

    private Sidecar memory() {
        return Sidecar.of(state, memoryName(model));
    }

    /** What the file is called that remembers what a model consumed. */
    public static String memoryName(Model model) {
        return "build_" + model.table().name();
    }
}
