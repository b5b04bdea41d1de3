package org.offtake.etl.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.offtake.models.Model;

/** The rows of a model's table, in whatever order. */
record BuiltRows(Model model, List<Row> rows) {

    boolean equalTo(BuiltRows other) {
        return sorted().equals(other.sorted());
    }

    /** These rows, with those of the changed units taken from others. */
    BuiltRows replaced(ChangedUnits changed, BuiltRows others, SparkSession spark) {
        if (changed instanceof ChangedUnits.All) {
            return others;
        }
        Set<Row> units = changed instanceof ChangedUnits.Some some
                ? Set.copyOf(some.units().distinct(spark).collectAsList())
                : Set.of();
        List<Row> left = new ArrayList<>(
                rows.stream().filter(row -> !units.contains(unit(row))).toList());
        others.rows.stream().filter(row -> units.contains(unit(row))).forEach(left::add);
        return new BuiltRows(model, left);
    }

    /** What stands here and not there, and the other way round. */
    String difference(BuiltRows full) {
        List<String> surplus = new ArrayList<>(sorted());
        full.sorted().forEach(surplus::remove);
        List<String> missing = new ArrayList<>(full.sorted());
        sorted().forEach(missing::remove);
        return "surplus " + surplus + ", missing " + missing;
    }

    private Row unit(Row row) {
        return RowFactory.create(model.by().stream().map(row::getAs).toArray());
    }

    private List<String> sorted() {
        return rows.stream().map(Row::toString).sorted().toList();
    }
}
