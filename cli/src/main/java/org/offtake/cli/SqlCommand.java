package org.offtake.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.serving.ServingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers one question in SQL. */
@Command(name = "sql", description = "Ask the lake (bronze., seed., silver., gold.), or with --mart PostgreSQL.")
final class SqlCommand extends ConfiguredCommand {
    @Parameters(paramLabel = "SELECT", description = "One SELECT.")
    private String sql = "";

    @Option(names = "--mart", description = "Ask PostgreSQL instead of the lake.")
    private boolean mart;

    @Mixin
    private Printing printing = new Printing();

    @Override
    int work(Warehouse warehouse) {
        if (mart) {
            askPostgres(warehouse);
            return ExitCode.DONE;
        }
        askLake(warehouse);
        return ExitCode.DONE;
    }

    private void askLake(Warehouse warehouse) {
        SqlText text = new SqlText("the SELECT", sql);
        Inputs inputs = Inputs.pin(warehouse.lake(), warehouse.library(), text.reads());
        printing.print(text.over(warehouse.lake().spark(), "asked", inputs::read, Map.of()));
    }

    private void askPostgres(Warehouse warehouse) {
        try (Connection connection = warehouse.readerDatabase().connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                names.add(answer.getMetaData().getColumnLabel(column));
            }
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (answer.next()) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int column = 1; column <= names.size(); column++) {
                    values.add(answer.getObject(column));
                }
                rows.add(values);
            }
            printing.format().print(names, rows, System.out);
        } catch (SQLException wrong) {
            throw ServingException.of("PostgreSQL cannot answer", wrong);
        }
    }
}
