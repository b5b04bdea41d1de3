package org.offtake.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.ledger.Balance;
import org.offtake.models.Layer;
import org.offtake.models.TableName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where every record is, and what was refused. */
@Command(name = "status", description = "Where every received record is, and what was refused.")
final class StatusCommand extends ConfiguredCommand {
    @Option(
            names = "--format",
            defaultValue = "table",
            description = "table, csv or json",
            converter = FormatConverter.class)
    private Format format = Format.TABLE;

    @Option(names = "--deliveries", description = "One row per delivery instead of one per source table.")
    private boolean deliveries;

    @Override
    int work(Warehouse warehouse) {
        if (Lake.version(warehouse.configuration().lake(), new TableName(Layer.SILVER, "deliveries"))
                .isEmpty()) {
            System.err.println("nothing has landed yet: start with `offtake run`");
            return ExitCode.DONE;
        }
        Balance balance = new Balance(warehouse.lake(), warehouse.library());
        print(deliveries ? balance.perDelivery() : balance.perSource());
        Dataset<Row> refused = balance.refused();
        refused.collectAsList()
                .forEach(row -> System.err.println("refused " + row.getString(0) + ": " + row.getString(1)));
        return ExitCode.DONE;
    }

    private void print(Dataset<Row> rows) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        rows.collectAsList().forEach(row -> {
            List<@Nullable Object> line = new ArrayList<>();
            for (int column = 0; column < row.length(); column++) {
                line.add(row.get(column));
            }
            lines.add(line);
        });
        format.print(List.of(rows.columns()), lines, System.out);
    }
}
