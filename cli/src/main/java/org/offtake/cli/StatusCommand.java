package org.offtake.cli;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.land.Deliveries;
import org.offtake.etl.land.Untaken;
import org.offtake.etl.ledger.Balance;
import org.offtake.etl.ledger.ControlTotals;
import org.offtake.serving.FolderLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where every record is, what was refused, and whether readers see the newest figures. */
@Command(
        name = "status",
        description = "Where every received record is, what was refused, and what failed since the published run.")
final class StatusCommand extends ConfiguredCommand {
    @Mixin
    private Printing printing = new Printing();

    @Option(names = "--deliveries", description = "One row per delivery instead of one per source table.")
    private boolean deliveries;

    @Option(names = "--money", description = "The control totals instead of the counts.")
    private boolean money;

    @Override
    int work(Warehouse warehouse) {
        if (Lake.version(warehouse.configuration().lake(), Deliveries.TABLE).isEmpty()) {
            System.err.println("nothing has landed yet: start with `offtake run" + again() + "`");
            return ExitCode.DONE;
        }
        Balance balance = new Balance(warehouse.lake(), warehouse.library());
        Optional<Dataset<Row>> totals =
                new ControlTotals(warehouse.lake(), warehouse.library(), warehouse.configuration()).perSource();
        if (!money) {
            printing.print(deliveries ? balance.perDelivery() : balance.perSource());
        }
        boolean both = printing.format() == Format.TABLE && !deliveries;
        if (both && !money && totals.isPresent()) {
            System.out.println();
        }
        if (both || money) {
            totals.ifPresent(printing::print);
        }
        Dataset<Row> refused = balance.refused();
        refused.collectAsList()
                .forEach(row -> System.err.println("refused " + row.getString(0) + ": " + row.getString(1)));
        Untaken.in(warehouse.configuration(), warehouse.library().sources())
                .forEach(untaken -> System.err.println("WARNING " + untaken.told()));
        tellWhatWaits(warehouse, balance);
        if (warehouse.hasPublished()) {
            Standing.of(warehouse.readerDatabase()).lines().forEach(System.err::println);
        }
        return ExitCode.DONE;
    }

    /** Between landing and conforming a record has arrived and is nowhere yet. */
    private void tellWhatWaits(Warehouse warehouse, Balance balance) {
        List<Row> waiting = balance.unbalanced().collectAsList();
        Optional<String> atWork = FolderLock.atWork(warehouse.configuration().home(), "run");
        if (!waiting.isEmpty()) {
            System.err.println(waiting.size() + (waiting.size() == 1 ? " delivery has" : " deliveries have")
                    + " landed with records that are not conformed yet"
                    + (atWork.isPresent() ? "" : "; go on with `offtake run" + again() + "`"));
        }
        atWork.ifPresent(who -> System.err.println("a run is under way, in " + who));
    }
}
