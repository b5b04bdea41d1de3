package org.offtake.etl.check;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.build.Building;
import org.offtake.etl.build.Candidates;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.fingerprint.Fingerprint;
import org.offtake.etl.lake.Lake;
import org.offtake.models.Library;
import org.offtake.models.Model;

/**
 * Works a table out anew, in full, of the same inputs, and compares it with the one that was built of what changed, day by day.
 *
 * @param state what each model consumed, as building keeps it
 */
public record Proof(Library library, Lake lake, Path state, LocalDate businessDate) {
    /** How the two compare. */
    public enum Outcome {
        EQUAL,
        DIFFERENT,
        /** The table is not built of its inputs as they are now. */
        NOT_BUILT
    }

    /**
     * The comparison of one table.
     *
     * @param rows of the table as it was built
     * @param onlyBuilt rows that working it out in full does not give
     * @param onlyInFull rows that the table lacks
     */
    public record Compared(Model model, Outcome outcome, long rows, long onlyBuilt, long onlyInFull) {
        /** One line for people. */
        public String told() {
            return switch (outcome) {
                case EQUAL -> model.table() + " is the same when worked out in full: " + rows + " rows";
                case DIFFERENT ->
                    model.table() + " differs from itself worked out in full: " + onlyBuilt + " of its " + rows
                            + " rows are wrong, and " + onlyInFull + " are missing; take away "
                            + Building.memoryName(model)
                            + " in the folder `state` and run again, which builds it in full,"
                            + " and report this as a mistake in offtake";
                case NOT_BUILT ->
                    model.table() + " is not built of its inputs as they are now; `offtake build` does that";
            };
        }
    }

    public Compared of(Model model) {
        if (!new Building(model, library, lake.root(), state, businessDate).isUpToDate()) {
            return new Compared(model, Outcome.NOT_BUILT, 0, 0, 0);
        }
        Column[] columns =
                model.columns().stream().map(column -> col(column.name())).toArray(Column[]::new);
        Dataset<Row> built = lake.stored(model.table()).select(columns);
        Dataset<Row> full =
                new Candidates(model, Inputs.pin(lake, library, model.reads()), businessDate).of(Optional.empty());
        Fingerprint ours = Fingerprint.of(model.table(), built);
        if (ours.equals(Fingerprint.of(model.table(), full))) {
            return new Compared(model, Outcome.EQUAL, ours.rows(), 0, 0);
        }
        return new Compared(
                model,
                Outcome.DIFFERENT,
                ours.rows(),
                built.exceptAll(full).count(),
                full.exceptAll(built).count());
    }
}
