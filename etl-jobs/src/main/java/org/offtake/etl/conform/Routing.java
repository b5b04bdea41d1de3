package org.offtake.etl.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Column;
import org.offtake.models.ContractException;
import org.offtake.models.Entity;
import org.offtake.models.Library;
import org.offtake.models.Mapping;
import org.offtake.models.Nearest;
import org.offtake.models.SourceTable;

/**
 * Sends each record to the one entity that it becomes, and to those that it tells something about besides.
 *
 * <p>A record with a problem goes along, with its problem, so that every record is looked at once.
 */
record Routing(Library library, SourceTable table, String company, SparkSession spark) {
    private static final String ENTITY = "_entity";
    private static final String RECORD_PROBLEM = "_record_problem";

    /** The rows of each entity; those that it becomes have their problem, or null, as {@code _problem}. */
    Map<String, Dataset<Row>> route(Dataset<Row> typed) {
        Dataset<Row> routed = routed(typed);
        Map<String, Dataset<Row>> entities = new LinkedHashMap<>();
        table.becomes()
                .keySet()
                .forEach(name ->
                        entities.put(name, map(name, routed.filter(col(ENTITY).equalTo(name)))));
        Dataset<Row> good = routed.filter(col("_record.problem").isNull());
        table.mentions()
                .forEach(name -> entities.put(
                        name,
                        distinct(
                                map(name, good).filter(col(TypedColumns.PROBLEM).isNull()))));
        return entities;
    }

    /** A record that no condition takes has that for its problem, and goes with any of them. */
    private Dataset<Row> routed(Dataset<Row> typed) {
        String nowhere = Problem.of(Problem.text("no_entity"), "''", "''", "");
        String anywhere = Problem.text(table.becomes().keySet().iterator().next());
        String problem =
                "coalesce(" + TypedColumns.PROBLEM + ", case when " + ENTITY + " is null then " + nowhere + " end)";
        List<String> columns = new ArrayList<>();
        table.columns().forEach(column -> columns.add("`" + column.name() + "`"));
        columns.add("named_struct('content', _record.content, 'line', _record.line, 'number', _record.number, 'live', "
                + Statements.LIVE + ", 'stamp_at', " + TypedColumns.STAMP_AT + ", 'snapshot', " + Snapshots.CONTENT
                + ", 'readable', " + TypedColumns.READABLE + " and " + ENTITY + " is not null, 'problem', " + problem
                + ") as _record");
        columns.add("coalesce(" + ENTITY + ", " + anywhere + ") as " + ENTITY);
        return typed.withColumn(ENTITY, expr(destination())).selectExpr(columns.toArray(String[]::new));
    }

    private String destination() {
        String cases = table.becomes().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(SourceTable.OTHERWISE))
                .map(entry -> " when " + entry.getValue() + " then '" + entry.getKey() + "'")
                .collect(Collectors.joining());
        String otherwise = table.becomes().entrySet().stream()
                .filter(entry -> entry.getValue().equals(SourceTable.OTHERWISE))
                .map(entry -> "'" + entry.getKey() + "'")
                .findFirst()
                .orElse("cast(null as string)");
        return cases.isEmpty() ? otherwise : "case" + cases + " else " + otherwise + " end";
    }

    private Dataset<Row> map(String name, Dataset<Row> records) {
        Entity entity = entity(name);
        Mapping mapping = library.mapping(table, name).orElseThrow();
        Dataset<Row> selected = select(mapping, records);
        if (table.snapshot().isPresent()) {
            selected = select(mapping, NaturalKey.withSureness(records, selected, entity.key()));
        }
        List<String> given = Arrays.asList(selected.columns());
        refuseOtherColumns(entity, mapping, given);
        List<String> columns = new ArrayList<>();
        columns.add("'" + table.system() + "' as source_system");
        columns.add("'" + company + "' as company_code");
        for (Column column : entity.columns()) {
            String value = given.contains(column.name()) ? "`" + column.name() + "`" : "null";
            columns.add("cast(" + value + " as " + column.type().sparkType() + ") as `" + column.name() + "`");
        }
        columns.add(
                "named_struct('content', _record.content, 'line', _record.line, 'number', _record.number) as _record");
        columns.add("_record.stamp_at as " + TypedColumns.STAMP_AT);
        columns.add("_record.live as " + Statements.LIVE);
        columns.add("_record.snapshot as " + Snapshots.CONTENT);
        columns.add(
                table.snapshot().isPresent()
                        ? NaturalKey.SURE + " as " + NaturalKey.IS_SURE
                        : "false as " + NaturalKey.IS_SURE);
        columns.add("_record.problem as " + RECORD_PROBLEM);
        boolean keyless = table.keyless() && !given.contains(entity.key());
        return selected.selectExpr(columns.toArray(String[]::new))
                .withColumn(Statements.KEYLESS, lit(keyless))
                .withColumn(Statements.HASH, expr(contentHash(entity)))
                .withColumn(Statements.PLACE, place(entity))
                .withColumn(
                        TypedColumns.PROBLEM,
                        expr("coalesce(" + RECORD_PROBLEM + ", " + EntityRules.problem(entity) + ")"))
                .drop(TypedColumns.STAMP_AT, RECORD_PROBLEM);
    }

    private Dataset<Row> select(Mapping mapping, Dataset<Row> records) {
        String view = table.bronze().name() + "__" + mapping.entity();
        records.createOrReplaceTempView(view);
        return spark.sql(new SqlText(mapping.file().toString(), mapping.sql()).bind(Map.of(table.bronze(), view)));
    }

    private static org.apache.spark.sql.Column place(Entity entity) {
        return entity.updatedAt()
                .map(column -> org.apache.spark.sql.functions.coalesce(
                        col(column).cast("timestamp"), col(TypedColumns.STAMP_AT)))
                .orElse(col(TypedColumns.STAMP_AT));
    }

    private static String contentHash(Entity entity) {
        return entity.columns().stream()
                .filter(column -> !column.name().equals(entity.key()))
                .map(column -> "coalesce(cast(`" + column.name() + "` as string), '\\u0000')")
                .collect(Collectors.joining(", ", "xxhash64(", ")"));
    }

    private void refuseOtherColumns(Entity entity, Mapping mapping, List<String> given) {
        List<String> known = Stream.concat(
                        Stream.of("_record"), entity.columns().stream().map(Column::name))
                .toList();
        if (!given.contains("_record")) {
            throw new ContractException(mapping.file(), "must select _record, the record that the row comes from");
        }
        given.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(unknown -> {
            throw new ContractException(
                    mapping.file(),
                    "selects '" + unknown + "', which is no column of " + entity.table() + "."
                            + Nearest.hint(unknown, known));
        });
    }

    /** Many records of a file say the same of a customer or a product: once is enough. */
    private static Dataset<Row> distinct(Dataset<Row> rows) {
        List<org.apache.spark.sql.Column> same = Stream.of(rows.columns())
                .filter(name -> !name.equals("_record"))
                .map(name -> col("`" + name + "`"))
                .collect(Collectors.toList());
        same.add(col("_record.content").as("_content"));
        return rows.groupBy(same.toArray(org.apache.spark.sql.Column[]::new))
                .agg(org.apache
                        .spark
                        .sql
                        .functions
                        .min_by(col("_record"), col("_record.number"))
                        .as("_record"))
                .drop("_content")
                .select(Stream.of(rows.columns())
                        .map(name -> col("`" + name + "`"))
                        .toArray(org.apache.spark.sql.Column[]::new));
    }

    private Entity entity(String name) {
        return library.entity(name);
    }
}
