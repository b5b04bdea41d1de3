package org.offtake.etl.ledger;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.conform.ReceivedAmounts;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.land.Deliveries;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;

/**
 * Money beside the counts: {@code read = accepted + superseded + duplicate + quarantined} for the amount that a source
 * table's contract names as its control total.
 *
 * <p>{@code read} is added up over the records as received; the other four over the same records where they ended, so
 * one that got lost, or stands in two places, shows as a difference. Amounts that are no numbers are counted apart.
 */
public record ControlTotals(Lake lake, Library library, Configuration configuration) {

    /** One row per source table and currency; empty when no contract names a control total. */
    public Optional<Dataset<Row>> perSource() {
        return library.sources().stream()
                .filter(source -> source.controlTotal().isPresent())
                .filter(source -> configuration.sources().containsKey(source.system()))
                .filter(source -> lake.exists(source.bronze()))
                .map(this::of)
                .reduce(Dataset::unionByName)
                .map(rows -> rows.orderBy("source_system", "source_table", "currency"));
    }

    /** Rows of {@link #perSource} that do not add up; there must be none. */
    public Optional<Dataset<Row>> unbalanced() {
        return perSource().map(rows -> rows.filter("read <> accepted + superseded + duplicate + quarantined"));
    }

    private Dataset<Row> of(SourceTable source) {
        String currency = configuration.source(source.system()).company().currency();
        Dataset<Row> amounts = ReceivedAmounts.of(lake, source, currency);
        Dataset<Row> ended = amounts.join(
                new Outcomes(lake, library).of(List.of(source)),
                col("_system")
                        .equalTo(source.system())
                        .and(col("_table").equalTo(source.name()))
                        .and(col("content").equalTo(col("_content")))
                        .and(col("number").equalTo(col("_number"))));
        List<Column> sums = new ArrayList<>();
        for (String kind : Outcomes.KINDS) {
            sums.add(amount(when(col("_kind").equalTo(kind), col("amount"))).as("_" + kind));
        }
        Dataset<Row> byOutcome = ended.groupBy(
                        col("content").as("_of"), col("currency").as("_in"))
                .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
        Dataset<Row> read = amounts.groupBy("content", "currency")
                .agg(
                        amount(col("amount")).as("_read"),
                        sum(when(col("amount").isNull(), 1L).otherwise(0L)).as("_not_numeric"));
        Dataset<Row> perContent = read.join(deliveries(source), col("content").equalTo(col("_delivered")))
                .join(
                        byOutcome,
                        col("content").equalTo(col("_of")).and(col("currency").equalTo(col("_in"))),
                        "left");
        return perContent
                .groupBy("currency")
                .agg(
                        amount(col("_read").multiply(col("_times"))).as("read"),
                        amount(col("_accepted")).as("accepted"),
                        amount(col("_superseded")).as("superseded"),
                        amount(coalesce(col("_duplicate"), lit(0))
                                        .plus(col("_read")
                                                .multiply(col("_times").minus(1))))
                                .as("duplicate"),
                        amount(col("_quarantined")).as("quarantined"),
                        sum(col("_not_numeric").multiply(col("_times"))).as("not_numeric"))
                .select(
                        lit(source.system()).as("source_system"),
                        lit(source.name()).as("source_table"),
                        lit(source.controlTotal().orElseThrow()).as("amount"),
                        col("currency"),
                        col("read"),
                        col("accepted"),
                        col("superseded"),
                        col("duplicate"),
                        col("quarantined"),
                        col("not_numeric"));
    }

    /** How often each content was delivered; a delivery that only repeats one has its money among the duplicates. */
    private Dataset<Row> deliveries(SourceTable source) {
        return lake.stored(Deliveries.TABLE)
                .filter(col("source_system").equalTo(source.system()))
                .filter(col("source_table").equalTo(source.name()))
                .filter(col("state").notEqual("refused"))
                .groupBy(col("content").as("_delivered"))
                .agg(count(lit(1)).as("_times"));
    }

    private static Column amount(Column values) {
        return coalesce(sum(values), lit(0)).cast("decimal(38,4)");
    }
}
