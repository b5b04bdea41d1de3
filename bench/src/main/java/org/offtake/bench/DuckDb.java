package org.offtake.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.models.Follow;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * The peer: the SELECTs of models in DuckDB, over tables of its own in a file of its own.
 *
 * <p>Only the SELECT and the writing of its rows are timed. That the tables, and what a day changes in them, are brought
 * over is not, as conforming is not part of the engine's figure.
 */
final class DuckDb implements AutoCloseable {
    private static final String DAY = "day_";
    private static final String UNITS = "changed_units";

    /** What Spark's dialect has and DuckDB's has not, or has under another meaning. */
    private static final List<String> DIALECT = List.of(
            "create or replace macro trunc(day, unit) as cast(date_trunc('month', day) as date)",
            "create or replace macro date_add(day, days) as day + cast(days as integer)",
            "create or replace macro date_sub(day, days) as day - cast(days as integer)",
            "create or replace macro explode(list) as unnest(list)");

    private final Path folder;
    private final Connection connection;

    /** Opens the file in the folder; it is made when there is none. */
    DuckDb(Path folder) throws SQLException {
        this.folder = folder;
        this.connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("peer.duckdb"));
        run("set memory_limit = '3GB'");
        run("set timezone = 'UTC'");
        for (String schema : List.of("seed", "silver", "gold", "mart", DAY + "silver", DAY + "gold")) {
            run("create schema if not exists " + schema);
        }
        for (String macro : DIALECT) {
            run(macro);
        }
    }

    /** Brings a table over; not timed. */
    void take(TableName table, Dataset<Row> rows) throws SQLException {
        run("create or replace table " + table + " as select * from " + parquet(table.toString(), rows));
    }

    /** Brings over the rows of a table that a day brought, for the ids that it changed, and puts them in place; not timed. */
    void takeDay(TableName table, String id, Dataset<Row> rows) throws SQLException {
        run("create or replace table " + DAY + table + " as select * from " + parquet(DAY + table, rows));
        run("delete from " + table + " where " + id + " in (select " + id + " from " + DAY + table + ")");
        run("insert into " + table + " select * from " + DAY + table);
    }

    /** Builds the whole table; seconds. */
    double full(Model model, LocalDate businessDate) throws SQLException {
        String select = select(model, businessDate);
        Stopwatch watch = Stopwatch.start();
        run("create table " + model.table() + " as " + select);
        return watch.seconds();
    }

    /**
     * Works the units out anew and puts them in place; seconds.
     *
     * @param arrived tables whose rows of the day are at hand
     * @param built tables that the day changed here, whose rows are looked for by the unit
     */
    double day(Model model, LocalDate businessDate, Dataset<Row> units, List<TableName> arrived, List<TableName> built)
            throws SQLException {
        run("create or replace table " + UNITS + " as select * from " + parquet(UNITS, units));
        String select = select(model, businessDate);
        for (TableName table : arrived) {
            select = read(select, table, DAY + table);
        }
        for (TableName table : built) {
            if (model.follows().get(table) instanceof Follow.Direct direct) {
                run("create or replace view " + DAY + table + " as select * from " + table + " where "
                        + touched(direct.expressions()));
                select = read(select, table, DAY + table);
            }
        }
        Stopwatch watch = Stopwatch.start();
        run("begin transaction");
        run("delete from " + model.table() + " where " + touched(model.by()));
        run("insert into " + model.table() + " " + select);
        run("commit");
        return watch.seconds();
    }

    private static String touched(List<String> values) {
        return "(" + String.join(", ", values) + ") in (select * from " + UNITS + ")";
    }

    private static String read(String select, TableName table, String instead) {
        return select.replaceAll("\\b" + table.toString().replace(".", "\\.") + "\\b", instead);
    }

    private static String select(Model model, LocalDate businessDate) {
        return model.sql()
                .replaceAll(":business_date\\b", "date '" + businessDate + "'")
                .replaceAll("\\barray\\(", "list_value(");
    }

    /** The rows of the model's table, as Spark reads them, in the types of the contract. */
    Dataset<Row> rows(SparkSession spark, Model model) throws SQLException {
        Path file = folder.resolve("answer_" + model.table() + ".parquet");
        run("copy " + model.table() + " to '" + file + "' (format parquet)");
        return contractual(spark.read().parquet(file.toString()), model);
    }

    /** The columns of the contract, in its types. */
    static Dataset<Row> contractual(Dataset<Row> rows, Model model) {
        return rows.selectExpr(model.columns().stream()
                .map(column ->
                        "cast(`" + column.name() + "` as " + column.type().sparkType() + ") as `" + column.name() + "`")
                .toArray(String[]::new));
    }

    private String parquet(String name, Dataset<Row> rows) {
        Path file = folder.resolve("peer_" + name);
        rows.write().mode("overwrite").parquet(file.toString());
        return "read_parquet('" + file + "/*.parquet')";
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
