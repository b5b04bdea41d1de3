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
import org.offtake.models.SourceTable;

/** Sends each good record to the one entity that it becomes, and to those that it tells something about besides. */
record Routing(Library library, SourceTable table, String company, SparkSession spark) {
    private static final String ENTITY = "_entity";

    /** Rows by entity, and the records that became none. */
    record Routed(Map<String, Dataset<Row>> entities, Dataset<Row> quarantined) {}

    Routed route(Dataset<Row> typed) {
        Dataset<Row> readable =
                typed.filter(col("_flaw").isNull().and(col(TypedColumns.ERROR).isNull()));
        Dataset<Row> routed = readable.withColumn(ENTITY, expr(destination()));
        Dataset<Row> quarantined = Quarantine.rows(
                table,
                company,
                typed.filter(col("_flaw").isNotNull().or(col(TypedColumns.ERROR).isNotNull())),
                "");
        quarantined = quarantined.unionByName(Quarantine.rows(
                table, company, withProblem(routed.filter(col(ENTITY).isNull()), "no_entity", "''", "''"), ""));
        Map<String, Dataset<Row>> entities = new LinkedHashMap<>();
        for (String name : table.becomes().keySet()) {
            Dataset<Row> mapped = map(name, routed.filter(col(ENTITY).equalTo(name)));
            entities.put(name, valid(name, mapped));
            quarantined = quarantined.unionByName(quarantined(name, mapped, routed));
        }
        for (String name : table.mentions()) {
            entities.put(name, distinct(valid(name, map(name, routed))));
        }
        return new Routed(entities, quarantined);
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
        Mapping mapping = library.mapping(table.system(), name).orElseThrow();
        String view = table.bronze().name() + "__" + name;
        records.createOrReplaceTempView(view);
        Dataset<Row> selected =
                spark.sql(new SqlText(mapping.file().toString(), mapping.sql()).bind(Map.of(table.bronze(), view)));
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
        columns.add("_stamp_at");
        columns.add(Statements.LIVE);
        boolean keyless = table.keyless() && !given.contains(entity.key());
        return withStanding(selected)
                .selectExpr(columns.toArray(String[]::new))
                .withColumn(Statements.KEYLESS, lit(keyless))
                .withColumn(Statements.HASH, expr(contentHash(entity)))
                .withColumn(Statements.PLACE, place(entity))
                .drop("_stamp_at");
    }

    /** The standing of a record travels with it through the mapping. */
    private static Dataset<Row> withStanding(Dataset<Row> selected) {
        return selected.withColumns(Map.of("_stamp_at", col("_record.stamp_at"), Statements.LIVE, col("_record.live")));
    }

    private static org.apache.spark.sql.Column place(Entity entity) {
        return entity.updatedAt()
                .map(column ->
                        org.apache.spark.sql.functions.coalesce(col(column).cast("timestamp"), col("_stamp_at")))
                .orElse(col("_stamp_at"));
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
                            + org.offtake.models.Nearest.hint(unknown, known));
        });
    }

    private Dataset<Row> valid(String name, Dataset<Row> mapped) {
        return mapped.filter(EntityRules.problem(entity(name)) + " is null");
    }

    private Dataset<Row> quarantined(String name, Dataset<Row> mapped, Dataset<Row> records) {
        String problem = EntityRules.problem(entity(name));
        Dataset<Row> broken = mapped.selectExpr("_record as _broken", problem + " as _problem")
                .filter(col("_problem").isNotNull());
        Dataset<Row> original = records.join(
                        org.apache.spark.sql.functions.broadcast(broken),
                        col("_record.content")
                                .equalTo(col("_broken.content"))
                                .and(col("_record.number").equalTo(col("_broken.number"))))
                .drop("_broken");
        return Quarantine.rows(
                table,
                company,
                withProblem(original, null, "_problem.field", "_problem.value").drop("_problem"),
                name);
    }

    private static Dataset<Row> withProblem(
            Dataset<Row> rows, @org.jspecify.annotations.Nullable String code, String field, String value) {
        String codeText = code == null ? "_problem.code" : "'" + code + "'";
        return rows.withColumn(
                TypedColumns.ERROR,
                expr("named_struct('code', " + codeText + ", 'field', " + field + ", 'value', " + value + ")"));
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
