package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
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
import org.apache.spark.sql.types.StructType;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.TableWriter;
import org.offtake.etl.lake.UnitSet;
import org.offtake.models.Layer;
import org.offtake.models.TableName;

/**
 * Records that cannot be used as they are: where they stand, what they say, and what is wrong with them.
 *
 * @param verdicts outcomes that do not follow from whether a record is live, of all records of the routed sources
 */
public record Quarantine(Lake lake, List<Verdict> verdicts) {
    public static final TableName TABLE = new TableName(Layer.SILVER, "quarantined_records");

    /** The key of the record in its entity, where it could be read. */
    static final String KEY = "_natural_key";

    /** The part of the whole that a full snapshot would speak for by the record. */
    static final String SCOPE = "_scope";

    private static final StructType SCHEMA = StructType.fromDDL("source_system string, company_code string, "
            + "source_table string, content string, line_number bigint, record_number bigint, entity string, "
            + "reason_code string, field_name string, field_value string, raw_text string, "
            + Snapshots.CONTENT + " string, " + KEY + " string, " + SCOPE + " string, "
            + Statements.LIVE + " boolean, " + Lake.OUTCOME + " string");

    /** An outcome that a correction gives to a record: superseded to the one it replaces, duplicate when it says no more. */
    record Verdict(String system, String table, Returned.Place place, String outcome) {}

    /**
     * The live records of full snapshots that stay in quarantine once the fresh ones are taken: they count as present.
     *
     * <p>Columns: source_system, company_code, source_table, the content of the snapshot, the key (null when it could
     * not be read for sure) and the scope.
     */
    Dataset<Row> unusable(List<Broken> all) {
        Column[] columns = Stream.of(
                        "source_system", "company_code", "source_table", Snapshots.CONTENT, KEY, SCOPE, Lake.OUTCOME)
                .map(name -> col(name))
                .toArray(Column[]::new);
        return all.stream()
                .filter(broken -> broken.part().source().snapshot().isPresent())
                .map(broken -> judged(broken.records()).select(columns))
                .reduce(others(parts(all)).select(columns), Dataset::unionByName)
                .filter(col(Lake.OUTCOME)
                        .equalTo(Lake.ACCEPTED)
                        .and(col(Snapshots.CONTENT).isNotNull()));
    }

    /**
     * Takes the records that have a problem, in place of what the table holds of the same contents.
     *
     * @return for people, how many of them there are by source table; nothing where there are none
     */
    List<String> take(List<Broken> all) {
        List<Broken> withProblems = withProblems(all);
        Dataset<Row> fresh = withProblems.stream()
                .map(broken -> judged(broken.rows()).select(names(SCHEMA)))
                .reduce(lake.spark().createDataFrame(List.of(), SCHEMA), Dataset::unionByName);
        TableWriter writer = new TableWriter(lake, TABLE, List.of("content"));
        List<Part> parts = parts(all);
        if (!lake.exists(TABLE) || Part.anyAnew(parts)) {
            writer.replaceAll(others(parts).unionByName(fresh));
        } else {
            UnitSet units =
                    units(Stream.concat(contents(parts), verdicts.stream().map(verdict -> verdict.place()
                            .content())));
            writer.replaceUnits(units.of(others(parts)).unionByName(fresh), units);
        }
        return withProblems.isEmpty() ? List.of() : told(parts(withProblems));
    }

    private List<String> told(List<Part> parts) {
        return units(contents(parts))
                .of(lake.stored(TABLE))
                .filter(ofSourcesOf(parts).and(col(Lake.OUTCOME).equalTo(Lake.ACCEPTED)))
                .groupBy("source_system", "source_table")
                .count()
                .orderBy("source_system", "source_table")
                .collectAsList()
                .stream()
                .map(row -> row.getLong(2) + (row.getLong(2) == 1 ? " record of " : " records of ") + row.getString(0)
                        + "/" + row.getString(1) + " cannot be used: `offtake quarantine list` says why, and"
                        + " `offtake quarantine export` writes a sheet to correct them in")
                .toList();
    }

    private static Stream<String> contents(List<Part> parts) {
        return parts.stream().flatMap(part -> part.contents().stream());
    }

    private static UnitSet units(Stream<String> contents) {
        return new UnitSet.Literals(
                List.of("content"),
                contents.distinct().map(content -> RowFactory.create(content)).toList());
    }

    /** What the table holds besides the contents of the parts, its outcomes after the verdicts of today. */
    private Dataset<Row> others(List<Part> parts) {
        if (!lake.exists(TABLE)) {
            return lake.spark().createDataFrame(List.of(), SCHEMA);
        }
        Dataset<Row> stored = lake.stored(TABLE);
        for (String name : SCHEMA.fieldNames()) {
            stored = List.of(stored.columns()).contains(name)
                    ? stored
                    : stored.withColumn(name, lit(null).cast(SCHEMA.apply(name).dataType()));
        }
        Dataset<Row> others = Part.others(stored, parts, "source_table", col("content"));
        return judged(others.withColumnRenamed(Lake.OUTCOME, "_before"), ofSourcesOf(parts))
                .select(names(SCHEMA));
    }

    private static Column ofSourcesOf(List<Part> parts) {
        return parts.stream()
                .map(part -> col("source_system")
                        .equalTo(part.source().system())
                        .and(col("source_table").equalTo(part.source().name())))
                .reduce(lit(false), Column::or);
    }

    /** Records of routed sources are judged anew, the others keep their outcome. */
    private Dataset<Row> judged(Dataset<Row> rows, Column routed) {
        return judged(rows)
                .withColumn(Lake.OUTCOME, when(routed, col(Lake.OUTCOME)).otherwise(col("_before")));
    }

    private Dataset<Row> judged(Dataset<Row> rows) {
        Column usual = when(col(Statements.LIVE), lit(Lake.ACCEPTED)).otherwise(lit(Statements.SUPERSEDED));
        if (verdicts.isEmpty()) {
            return rows.withColumn(Lake.OUTCOME, usual);
        }
        List<Row> told = verdicts.stream()
                .map(verdict -> RowFactory.create(
                        verdict.system(),
                        verdict.table(),
                        verdict.place().content(),
                        verdict.place().number(),
                        verdict.outcome()))
                .toList();
        Dataset<Row> verdict = lake.spark()
                .createDataFrame(
                        told,
                        StructType.fromDDL("_v_system string, _v_table string, _v_content string, _v_number bigint, "
                                + "_v_outcome string"));
        Column same = col("source_system")
                .equalTo(col("_v_system"))
                .and(col("source_table").equalTo(col("_v_table")))
                .and(col("content").equalTo(col("_v_content")))
                .and(col("record_number").equalTo(col("_v_number")));
        return rows.join(broadcast(verdict), same, "left")
                .withColumn(Lake.OUTCOME, coalesce(col("_v_outcome"), usual))
                .drop("_v_system", "_v_table", "_v_content", "_v_number", "_v_outcome");
    }

    private static List<Part> parts(List<Broken> all) {
        return all.stream().map(Broken::part).toList();
    }

    private static Column[] names(StructType schema) {
        return Stream.of(schema.fieldNames()).map(name -> col(name)).toArray(Column[]::new);
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
