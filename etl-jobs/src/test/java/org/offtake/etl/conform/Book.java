package org.offtake.etl.conform;

import java.util.List;
import org.apache.spark.sql.Row;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.ledger.Balance;
import org.offtake.etl.ledger.ControlTotals;
import org.offtake.models.Library;

/** What the ledger says of the records that came through a front door. */
record Book(Lake lake, Library library, Configuration configuration) {
    /** Per delivery: file, edition, read = accepted + superseded + duplicate + quarantined. */
    List<String> perDelivery() {
        return new Balance(lake, library)
                .perDelivery().collectAsList().stream().map(Book::told).toList();
    }

    /** The same, summed per source table. */
    List<String> perSource() {
        return new Balance(lake, library)
                .perSource().collectAsList().stream()
                        .map(row -> row.getAs("source_table") + " " + counts(row))
                        .toList();
    }

    /** Per delivery, how many of its records told last of what was deleted since. */
    List<String> deleted() {
        return new Balance(lake, library)
                .perDelivery().collectAsList().stream()
                        .map(row -> row.getAs("file_name") + " " + row.getAs("deleted"))
                        .toList();
    }

    List<Row> unbalanced() {
        return new Balance(lake, library).unbalanced().collectAsList();
    }

    /** Per currency: read = accepted + superseded + duplicate + quarantined, and how many amounts are no numbers. */
    List<String> money() {
        return controlTotals().perSource().orElseThrow().collectAsList().stream()
                .map(row -> row.getAs("currency") + " " + row.getAs("read") + " = " + row.getAs("accepted") + " + "
                        + row.getAs("superseded") + " + " + row.getAs("duplicate") + " + " + row.getAs("quarantined")
                        + ", " + row.getAs("not_numeric") + " not numeric")
                .toList();
    }

    List<String> unbalancedMoney() {
        return controlTotals().unbalanced().orElseThrow().collectAsList().stream()
                .map(row -> row.<String>getAs("currency"))
                .toList();
    }

    private ControlTotals controlTotals() {
        return new ControlTotals(lake, library, configuration);
    }

    private static String told(Row row) {
        return row.getAs("file_name") + "#" + row.getAs("edition") + " " + counts(row);
    }

    private static String counts(Row row) {
        return row.getAs("read") + " = " + row.getAs("accepted") + " + " + row.getAs("superseded") + " + "
                + row.getAs("duplicate") + " + " + row.getAs("quarantined");
    }
}
