package org.offtake.etl.check;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.ColumnType;
import org.offtake.models.Model;

/** What of a table has to be looked at after some of its rows changed, so that looking costs what changed and not what is there. */
record TouchedRows(Model model, UnitSet units, UnitSet ids) {
    private static final int MOST = 50_000;

    /** Empty when so many rows changed that all are looked at. */
    static Optional<TouchedRows> of(Model model, Dataset<Row> changes) {
        List<String> id = List.of(id(model));
        Column[] both = Stream.concat(model.by().stream(), id.stream())
                .distinct()
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new);
        int most = model.by().size() == 1 ? MOST : UnitSet.MOST_OF_SEVERAL_COLUMNS;
        return UnitSet.collected(changes.select(both), most)
                .map(rows -> new TouchedRows(model, only(model.by(), rows), only(id, rows)));
    }

    /** The rows of the units that were touched. */
    Dataset<Row> ofUnits(Dataset<Row> all) {
        return units.of(all);
    }

    /** The rows, in whatever unit, whose grain may be that of a touched one: their grain alone. */
    Dataset<Row> ofGrains(Dataset<Row> all) {
        return ids.of(all.select(
                model.grain().stream().map(name -> col("`" + name + "`")).toArray(Column[]::new)));
    }

    /** The column of the grain that tells most rows apart. */
    private static String id(Model model) {
        return model.grain().stream()
                .filter(name -> model.column(name).type().kind() == ColumnType.Kind.ID)
                .findFirst()
                .orElse(model.grain().get(0));
    }

    private static UnitSet only(List<String> columns, List<Row> rows) {
        return new UnitSet.Literals(
                columns,
                rows.stream()
                        .map(row -> RowFactory.create(
                                columns.stream().map(row::getAs).toArray()))
                        .distinct()
                        .toList());
    }
}
