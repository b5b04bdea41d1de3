package org.offtake.etl.build;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.offtake.models.Model;

/**
 * The history of each id (Kimball's type 2), worked out whole from its versions, so that load order plays no part.
 *
 * <p>The SELECT gives versions with {@code effective_at} and {@code effective_date}. The last of a local day stays,
 * equal neighbours become one, the first opens at 0001-01-01 and the last closes at 9999-12-31. The key is a hash of
 * scope, id and valid-from, so the key of a first version is known before its record comes.
 *
 * <p>A contract with {@code is_deleted} has the SELECT give {@code deleted_at} and {@code deleted_date} besides: where
 * these are known, a version that says so closes what came before and lasts.
 */
record History(Model model, String id) {
    private static final Column BEGINNING = lit("0001-01-01").cast("date");
    private static final Column END = lit("9999-12-31").cast("date");
    private static final String DELETED = "is_deleted";
    private static final List<String> OWN = List.of("valid_from_date", "valid_to_date", "is_current", "is_inferred");

    Dataset<Row> of(Dataset<Row> stated, Optional<Dataset<Row>> mentioned) {
        Dataset<Row> versions = tellsDeletion() ? withClosing(stated) : stated;
        Dataset<Row> known = periods(versions).withColumn("is_inferred", lit(false));
        if (mentioned.isEmpty()) {
            return keyed(known);
        }
        Dataset<Row> ids = mentioned.get().distinct();
        Column sameId = names(scopeAndId())
                .map(name -> ids.col(name).eqNullSafe(versions.col(name)))
                .reduce(Column::and)
                .orElseThrow();
        Dataset<Row> inferred = ids.join(versions, sameId, "left_anti");
        for (String attribute : attributes()) {
            inferred = inferred.withColumn(
                    attribute,
                    attribute.equals(DELETED)
                            ? lit(false)
                            : lit(null).cast(model.column(attribute).type().sparkType()));
        }
        inferred = inferred.withColumn("valid_from_date", BEGINNING)
                .withColumn("valid_to_date", END)
                .withColumn("is_current", lit(true))
                .withColumn("is_inferred", lit(true));
        return keyed(known.unionByName(inferred));
    }

    /** The ids that another table mentions, with their scope. */
    Dataset<Row> ids(Dataset<Row> rows, String column) {
        List<Column> columns = new ArrayList<>();
        scope().forEach(name -> columns.add(col(name)));
        columns.add(col(column).as(id));
        return rows.filter(col(column).isNotNull()).select(columns.toArray(Column[]::new));
    }

    /** The member with key 0, for facts whose member is not known. */
    Dataset<Row> unknown(SparkSession spark) {
        List<String> columns = new ArrayList<>();
        columns.add("0L as " + key());
        scopeAndId().forEach(name -> columns.add("'' as " + name));
        attributes()
                .forEach(name -> columns.add((name.equals(DELETED) ? "cast(false as " : "cast(null as ")
                        + model.column(name).type().sparkType() + ") as `" + name + "`"));
        columns.add("date'0001-01-01' as valid_from_date");
        columns.add("date'9999-12-31' as valid_to_date");
        columns.add("true as is_current");
        columns.add("false as is_inferred");
        return spark.range(1).selectExpr(columns.toArray(String[]::new));
    }

    private boolean tellsDeletion() {
        return model.columnNames().contains(DELETED);
    }

    /** A deletion repeats what was said last; it never stands before what it deletes. */
    private static Dataset<Row> withClosing(Dataset<Row> stated) {
        Dataset<Row> closing = stated.filter(col("deleted_at").isNotNull())
                .withColumn("effective_at", greatest(col("deleted_at"), col("effective_at")))
                .withColumn("effective_date", greatest(col("deleted_date"), col("effective_date")))
                .withColumn(DELETED, lit(true));
        return stated.withColumn(DELETED, lit(false)).unionByName(closing).drop("deleted_at", "deleted_date");
    }

    private Dataset<Row> periods(Dataset<Row> versions) {
        Column[] ids = names(scopeAndId()).map(name -> col(name)).toArray(Column[]::new);
        Column said = struct(attributes().stream().map(name -> col(name)).toArray(Column[]::new));
        var lastOfDay = Window.partitionBy(Stream.concat(Stream.of(ids), Stream.of(col("effective_date")))
                        .toArray(Column[]::new))
                .orderBy(
                        col("effective_at").desc(),
                        tellsDeletion() ? col(DELETED).desc() : lit(0).desc(),
                        xxhash64(said).desc(),
                        said.desc());
        var inTime = Window.partitionBy(ids).orderBy(col("effective_date"));
        Column changed = lag(said, 1)
                .over(inTime)
                .isNull()
                .or(not(said.eqNullSafe(lag(said, 1).over(inTime))));
        return versions.withColumn("_of_day", row_number().over(lastOfDay))
                .filter(col("_of_day").equalTo(1))
                .withColumn("_changed", changed)
                .filter(col("_changed"))
                .withColumn("_first", row_number().over(inTime))
                .withColumn(
                        "valid_from_date",
                        when(col("_first").equalTo(1), BEGINNING).otherwise(col("effective_date")))
                .withColumn("valid_to_date", coalesce(lead("effective_date", 1).over(inTime), END))
                .withColumn("is_current", col("valid_to_date").equalTo(END))
                .drop("_of_day", "_changed", "_first", "effective_at", "effective_date");
    }

    private Dataset<Row> keyed(Dataset<Row> periods) {
        String parts =
                names(scopeAndId()).reduce((left, right) -> left + ", " + right).orElseThrow();
        return periods.withColumn(key(), expr("xxhash64(" + parts + ", cast(valid_from_date as string))"));
    }

    private String key() {
        return model.surrogateKey().orElseThrow().name();
    }

    private List<String> scope() {
        return Stream.of("source_system", "company_code")
                .filter(model.columnNames()::contains)
                .toList();
    }

    private List<String> scopeAndId() {
        return Stream.concat(scope().stream(), Stream.of(id)).toList();
    }

    private List<String> attributes() {
        return model.columns().stream()
                .map(org.offtake.models.Column::name)
                .filter(name -> !OWN.contains(name) && !scopeAndId().contains(name) && !name.equals(key()))
                .toList();
    }

    private static Stream<String> names(List<String> columns) {
        return columns.stream();
    }
}
