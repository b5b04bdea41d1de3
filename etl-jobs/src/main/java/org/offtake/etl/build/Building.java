package org.offtake.etl.build;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.etl.lake.TableWriter;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** Builds one gold model from what changed in its inputs; the result is what a full rebuild would give. */
public record Building(Model model, Library library, Path lakeRoot, Path state, LocalDate businessDate) {

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
        ChangedUnits changed = ChangedUnits.follow(model, before, next, inputs);
        Built built = write(lake, new Candidates(model, inputs, businessDate), changed);
        memory().write(next.values());
        return built;
    }

    private Built write(Lake lake, Candidates candidates, ChangedUnits changed) {
        TableWriter writer = new TableWriter(lake, model.table(), model.by());
        if (changed instanceof ChangedUnits.None) {
            return new Built(model.table(), "unchanged", TableWriter.Written.NOTHING);
        }
        if (changed instanceof ChangedUnits.Some some) {
            Dataset<Row> rows = candidates.of(Optional.of(some.units()));
            return new Built(model.table(), "changed units", writer.replaceUnits(rows, some.units()));
        }
        return new Built(model.table(), "in full", writer.replaceAll(candidates.of(Optional.empty())));
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
