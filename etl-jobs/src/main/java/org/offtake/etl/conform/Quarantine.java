package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Layer;
import org.offtake.models.TableName;

/** Records that cannot be used as they are: where they stand, what they say, and what is wrong with them. */
public record Quarantine(Lake lake) {
    public static final TableName TABLE = new TableName(Layer.SILVER, "quarantined_records");

    /** The key of the record in its entity, where it could be read. */
    static final String KEY = "_natural_key";

    /** The part of the whole that a full snapshot would speak for by the record. */
    static final String SCOPE = "_scope";

    private static final StructType SCHEMA = new StructType()
            .add("source_system", DataTypes.StringType)
            .add("company_code", DataTypes.StringType)
            .add("source_table", DataTypes.StringType)
            .add("content", DataTypes.StringType)
            .add("line_number", DataTypes.LongType)
            .add("record_number", DataTypes.LongType)
            .add("entity", DataTypes.StringType)
            .add("reason_code", DataTypes.StringType)
            .add("field_name", DataTypes.StringType)
            .add("field_value", DataTypes.StringType)
            .add("raw_text", DataTypes.StringType)
            .add(Snapshots.CONTENT, DataTypes.StringType)
            .add(KEY, DataTypes.StringType)
            .add(SCOPE, DataTypes.StringType)
            .add(Statements.LIVE, DataTypes.BooleanType)
            .add(Lake.OUTCOME, DataTypes.StringType);

    private static final Column[] UNUSABLE = Stream.of(
                    "source_system", "company_code", "source_table", Snapshots.CONTENT, KEY, SCOPE, Statements.LIVE)
            .map(name -> col(name))
            .toArray(Column[]::new);

    /**
     * Records of a source table among which some may have a problem.
     *
     * @param texts what each record of the source table says, by content and number
     */
    record Broken(Part part, String company, Dataset<Row> texts) {
        Dataset<Row> records() {
            return part.rows()
                    .filter(col(TypedColumns.PROBLEM).isNotNull())
                    .select(
                            col("_record"),
                            col(Statements.LIVE),
                            col(TypedColumns.PROBLEM),
                            col(Snapshots.CONTENT),
                            expr("case when " + NaturalKey.IS_SURE + " then `"
                                            + part.entity().key() + "` end")
                                    .as(KEY),
                            expr(Snapshots.scope(part.source())).as(SCOPE),
                            lit(part.source().system()).as("source_system"),
                            lit(company).as("company_code"),
                            lit(part.source().name()).as("source_table"));
        }

        /** Rows of the quarantine. */
        Dataset<Row> rows() {
            return records()
                    .join(
                            texts,
                            col("_record.content")
                                    .equalTo(col("_text_content"))
                                    .and(col("_record.number").equalTo(col("_text_number"))))
                    .select(
                            col("source_system"),
                            col("company_code"),
                            col("source_table"),
                            col("_record.content").as("content"),
                            col("_record.line").as("line_number"),
                            col("_record.number").as("record_number"),
                            col("_problem.entity").as("entity"),
                            col("_problem.code").as("reason_code"),
                            col("_problem.field").as("field_name"),
                            col("_problem.value").as("field_value"),
                            col("raw_text"),
                            col(Snapshots.CONTENT),
                            col(KEY),
                            col(SCOPE),
                            col(Statements.LIVE),
                            when(col(Statements.LIVE), lit(Lake.ACCEPTED))
                                    .otherwise(lit(Statements.SUPERSEDED))
                                    .as(Lake.OUTCOME));
        }
    }

    /**
     * The live records of full snapshots that cannot be used once the fresh ones are taken: they count as present.
     *
     * <p>Columns: source_system, company_code, source_table, the content of the snapshot, the key (null when it could
     * not be read for sure) and the scope.
     */
    Dataset<Row> unusable(List<Broken> all) {
        List<Part> parts = all.stream().map(Broken::part).toList();
        Dataset<Row> stored = lake.exists(TABLE) ? others(parts) : lake.spark().createDataFrame(List.of(), SCHEMA);
        if (!List.of(stored.columns()).contains(KEY)) {
            stored = lake.spark().createDataFrame(List.of(), SCHEMA);
        }
        return all.stream()
                .map(Broken::records)
                .reduce(stored.select(UNUSABLE), (left, right) -> left.unionByName(right.select(UNUSABLE)))
                .filter(Statements.LIVE + " and " + Snapshots.CONTENT + " is not null");
    }

    private Dataset<Row> others(List<Part> parts) {
        return Part.others(lake.stored(TABLE), parts, "source_table", col("content"));
    }

    /** Takes the records that have a problem, in place of what the table holds of the same contents. */
    void take(List<Broken> all) {
        List<Part> parts = all.stream().map(Broken::part).toList();
        Dataset<Row> fresh = withProblems(all).stream()
                .map(Broken::rows)
                .reduce(lake.spark().createDataFrame(List.of(), SCHEMA), Dataset::unionByName);
        TableWriter writer = new TableWriter(lake, TABLE);
        if (!lake.exists(TABLE)) {
            writer.replaceAll(fresh);
            return;
        }
        Dataset<Row> others = others(parts);
        if (Part.anyAnew(parts)) {
            writer.replaceAll(others.unionByName(fresh, true));
            return;
        }
        List<Row> contents = parts.stream()
                .flatMap(part -> part.contents().stream())
                .distinct()
                .map(content -> RowFactory.create(content))
                .toList();
        UnitSet units = new UnitSet.Literals(List.of("content"), contents);
        writer.replaceUnits(units.of(others).unionByName(fresh), units);
    }

    /** Mostly none has: one look at all of them saves a look at the texts of each. */
    private static List<Broken> withProblems(List<Broken> all) {
        Set<Integer> having = IntStream.range(0, all.size())
                .mapToObj(index -> all.get(index).records().select(lit(index).as("place")))
                .reduce(Dataset::unionAll)
                .orElseThrow()
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.getInt(0))
                .collect(Collectors.toSet());
        return IntStream.range(0, all.size())
                .filter(having::contains)
                .mapToObj(all::get)
                .toList();
    }
}
