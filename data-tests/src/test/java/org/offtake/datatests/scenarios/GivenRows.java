package org.offtake.datatests.scenarios;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.build.DeclaredTables;
import org.offtake.etl.build.Tables;
import org.offtake.models.ContractException;
import org.offtake.models.Nearest;
import org.offtake.models.TableName;

/** The tables of a scenario: the rows it gives, in the types of their contracts; a table it does not give is empty. */
record GivenRows(SparkSession spark, DeclaredTables known, Scenario scenario) implements Tables {

    @Override
    public Dataset<Row> read(TableName table) {
        StructType schema = known.schema(table);
        List<Row> rows = Optional.ofNullable(scenario.given().get(table))
                .map(given -> rows(given, schema))
                .orElseGet(List::of);
        return spark.createDataFrame(rows, schema);
    }

    private List<Row> rows(MarkdownTable given, StructType schema) {
        refuseUnknownColumns(given, schema);
        List<Row> rows = new ArrayList<>();
        for (MarkdownTable.Line line : given.rows()) {
            @Nullable Object[] values = new @Nullable Object[schema.length()];
            for (int index = 0; index < given.columns().size(); index++) {
                String column = given.columns().get(index);
                values[schema.fieldIndex(column)] =
                        value(schema, column, line, line.cells().get(index));
            }
            rows.add(RowFactory.create(values));
        }
        return rows;
    }

    void refuseUnknownColumns(MarkdownTable table, StructType schema) {
        List<String> columns = Arrays.asList(schema.fieldNames());
        table.columns().stream()
                .filter(column -> !columns.contains(column))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new ContractException(
                            scenario.page(),
                            table.line(),
                            "there is no column '" + unknown + "'." + Nearest.hint(unknown, columns));
                });
    }

    @Nullable
    Object value(StructType schema, String column, MarkdownTable.Line line, String cell) {
        try {
            return Cell.value(schema.apply(column).dataType(), cell);
        } catch (IllegalArgumentException wrong) {
            throw new ContractException(scenario.page(), line.number(), "column " + column + ": " + wrong.getMessage());
        }
    }
}
