package org.offtake.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.etl.build.DeclaredTables;
import org.offtake.models.Library;
import org.offtake.models.TableName;

/**
 * Customers of one company who order every 7 to 56 days for some years, each time about a quarter of twenty product groups; one in
 * sixteen stops. All of it follows from the number of a customer.
 */
record Customers(SparkSession spark, Library library, int number, int years) {
    static final TableName ORDER_DAYS = TableName.parse("gold.fact_order_day");
    static final TableName PARTIES = TableName.parse("gold.dim_party");
    static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    private static final int GROUPS = 20;

    private int days() {
        return 365 * years;
    }

    Dataset<Row> parties() {
        return shaped(
                PARTIES,
                spark.range(number)
                        .selectExpr(
                                "id as party_key",
                                "'shop' as source_system",
                                "'NL' as company_code",
                                "cast(id as string) as party_id",
                                "cast(id as string) as durable_party_id",
                                "'BUSINESS' as party_type",
                                "concat('segment ', id % 3) as segment",
                                "true as is_current",
                                "date'0001-01-01' as valid_from_date",
                                "date'9999-12-31' as valid_to_date"));
    }

    /** What was ordered in these years. */
    Dataset<Row> orderDays() {
        String visits = "explode(transform(sequence(0, cast(" + days() + " / gap as int) - 1),"
                + " i -> cast(i * gap + pmod(hash(id, i, 'day'), gap) as int)))";
        return lines(spark.range(number)
                .selectExpr("id", "7 + pmod(hash(id, 'gap'), 50) as gap")
                .selectExpr("id", visits + " as day")
                .where("pmod(hash(id, 'stops'), 16) > 0 or day < " + (days() - 330)
                        + " + pmod(hash(id, 'stop'), 300)"));
    }

    /** What is ordered on the day after: each customer comes when their gap would have it. */
    Dataset<Row> nextDay() {
        return lines(spark.range(number)
                .selectExpr("id", "7 + pmod(hash(id, 'gap'), 50) as gap")
                .where("pmod(hash(id, 'next'), gap) = 0")
                .selectExpr("id", days() + " as day"));
    }

    private Dataset<Row> lines(Dataset<Row> visits) {
        return shaped(
                ORDER_DAYS,
                visits.selectExpr("id", "day", "explode(sequence(0, " + (GROUPS - 1) + ")) as product_group")
                        .where("pmod(hash(id, day, product_group, 'held'), 4) = 0")
                        .selectExpr(
                                "'shop' as source_system",
                                "'NL' as company_code",
                                "cast(id as string) as party_id",
                                "date_add(date'" + LAST_DAY.minusDays(days() - 1L) + "', day) as order_date",
                                "concat('group ', product_group) as product_group",
                                "'EUR' as currency_code",
                                "5 + pmod(hash(id, day, product_group), 10) as quantity",
                                "10 * (5 + pmod(hash(id, day, product_group), 10)) as net_amount",
                                "1 as order_count"));
    }

    /** All columns of the contract, those that are not given without a value. */
    private Dataset<Row> shaped(TableName table, Dataset<Row> rows) {
        List<String> known = List.of(rows.columns());
        String[] columns = Stream.of(
                        DeclaredTables.schema(library.model(table).columns()).fields())
                .map(field -> "cast(" + (known.contains(field.name()) ? field.name() : "null") + " as "
                        + field.dataType().sql() + ") as " + field.name())
                .toArray(String[]::new);
        return rows.selectExpr(columns);
    }
}
