package org.offtake.etl.conform;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.land.BronzeRows;
import org.offtake.models.ReceivedColumn;
import org.offtake.models.SourceTable;

/** The amount of each received record that the ledger adds up. */
public final class ReceivedAmounts {
    private ReceivedAmounts() {}

    /**
     * One row per record of a source table with a control total.
     *
     * <p>Columns: content, number, amount (null where it cannot be read as a number) and currency (empty where it is
     * not known).
     *
     * @param companyCurrency the currency of amounts that are in the company's
     */
    public static Dataset<Row> of(Lake lake, SourceTable table, String companyCurrency) {
        ReceivedColumn amount = column(table, table.controlTotal().orElseThrow());
        return new BronzeRows(table)
                .whole(lake)
                .selectExpr(
                        "_record.content as content",
                        "_record.number as number",
                        TypedColumns.amount(amount) + " as amount",
                        currency(table, amount, companyCurrency) + " as currency");
    }

    private static String currency(SourceTable table, ReceivedColumn amount, String companyCurrency) {
        String word = amount.type().argument().orElse("");
        if (word.equals("company")) {
            return Problem.text(companyCurrency);
        }
        return table.columns().stream()
                .filter(column -> column.name().equals(word))
                .findFirst()
                .map(column -> "coalesce(" + CleanText.of(column) + ", '')")
                .orElse(Problem.text(word));
    }

    private static ReceivedColumn column(SourceTable table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
