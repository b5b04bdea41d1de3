package org.offtake.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * The peer: the SELECT of a model in DuckDB, over tables of its own in a file of its own.
 *
 * <p>Only the SELECT and the writing of its rows are timed. That the tables are brought over is not, so the comparison
 * is in DuckDB's favour.
 */
final class DuckDb implements AutoCloseable {
    private static final String DAY = "day_";

    private final Model model;
    private final Path folder;
    private final Connection connection;

    DuckDb(Model model, Path folder) throws SQLException {
        this.model = model;
        this.folder = folder;
        this.connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("peer.duckdb"));
        run("set memory_limit = '3GB'");
        run("set timezone = 'UTC'");
        for (String schema : List.of("silver", "gold", DAY + "silver")) {
            run("create schema " + schema);
        }
    }

    /** Brings a table over; not timed. */
    void take(TableName table, Dataset<Row> rows) throws SQLException {
        run("create table " + table + " as select * from " + parquet(table.toString(), rows));
    }

    /** Brings over what a day changed of a table; not timed. */
    void takeDay(TableName table, Dataset<Row> rows) throws SQLException {
        run("create or replace table " + DAY + table + " as select * from " + parquet(DAY + table, rows));
    }

    /** Builds the whole table; seconds. */
    double full() throws SQLException {
        Stopwatch watch = Stopwatch.start();
        run("create table " + model.table() + " as " + model.sql());
        return watch.seconds();
    }

    /**
     * Puts the changed rows of the followed tables in place and the units they touch anew; seconds.
     *
     * @param followed tables that the day changed, whose unit column has the unit's own name
     */
    double day(List<TableName> followed, String unit) throws SQLException {
        String select = model.sql();
        for (TableName table : followed) {
            select = select.replaceAll("\\b" + table.toString().replace(".", "\\.") + "\\b", DAY + table);
        }
        String units = "(select " + unit + " from " + DAY + followed.get(0) + ")";
        Stopwatch watch = Stopwatch.start();
        run("begin transaction");
        for (TableName table : followed) {
            run("delete from " + table + " where " + unit + " in " + units);
            run("insert into " + table + " select * from " + DAY + table);
        }
        run("delete from " + model.table() + " where " + unit + " in " + units);
        run("insert into " + model.table() + " " + select);
        run("commit");
        return watch.seconds();
    }

    /** The rows of the model's table, as Spark reads them, in the types of the contract. */
    Dataset<Row> rows(SparkSession spark, Dataset<Row> contractual) throws SQLException {
        Path file = folder.resolve("answer.parquet");
        run("copy " + model.table() + " to '" + file + "' (format parquet)");
        Dataset<Row> answer = spark.read().parquet(file.toString());
        return answer.selectExpr(Arrays.stream(contractual.schema().fields())
                .map(field ->
                        "cast(`" + field.name() + "` as " + field.dataType().sql() + ") as `" + field.name() + "`")
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
