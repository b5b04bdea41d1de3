package org.offtake.etl.build;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.offtake.models.Column;
import org.offtake.models.Entity;

/**
 * The rows of one silver table over time: few ids and few dates, so that rows meet, move and compete.
 *
 * <p>As conforming leaves it, the natural key names one accepted row; superseded ones lie between them.
 */
final class RandomRows {
    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(2023, 1, 31),
            LocalDate.of(2023, 2, 1),
            LocalDate.of(2023, 2, 20),
            LocalDate.of(2023, 5, 5),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 2, 29));
    private static final Map<String, List<String>> WORDS =
            Map.of("invoice_type", List.of("INVOICE", "CREDIT_NOTE"), "movement_type", List.of("WRITE_OFF", "SALE"));
    private static final int IDS = 4;

    private final Entity entity;
    private final Random random;
    private final Map<String, Map<String, Object>> accepted = new TreeMap<>();
    private final List<Map<String, Object>> superseded = new ArrayList<>();

    RandomRows(Entity entity, Random random) {
        this.entity = entity;
        this.random = random;
    }

    Entity entity() {
        return entity;
    }

    /** New things, and old ones that are first told of now. */
    RandomRows insert(int number) {
        for (int index = 0; index < number; index++) {
            accept(statement());
        }
        return this;
    }

    /** Inserts, deletes, corrections, moves from one unit to another. */
    RandomRows change(int number) {
        for (int index = 0; index < number; index++) {
            switch (random.nextInt(4)) {
                case 0 -> accept(statement());
                case 1 -> withdraw();
                default -> correct();
            }
        }
        return this;
    }

    private void accept(Map<String, Object> statement) {
        accepted.put(name(statement), statement);
    }

    private void withdraw() {
        anyName().ifPresent(name -> {
            Map<String, Object> gone = accepted.remove(name);
            if (gone != null && random.nextBoolean()) {
                superseded.add(gone);
            }
        });
    }

    /** Says something else of a thing: in one column, which may be the one that carries its unit. */
    private void correct() {
        anyName().ifPresent(name -> {
            Map<String, Object> corrected = new HashMap<>(accepted.getOrDefault(name, Map.of()));
            accepted.remove(name);
            List<Column> columns = entity.columns().stream()
                    .filter(column -> !column.name().equals(entity.key()))
                    .toList();
            Column column = columns.get(random.nextInt(columns.size()));
            corrected.put(column.name(), value(column));
            align(corrected, column.name());
            accept(corrected);
        });
    }

    private Optional<String> anyName() {
        List<String> names = List.copyOf(accepted.keySet());
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get(random.nextInt(names.size())));
    }

    private String name(Map<String, Object> row) {
        return row.get(entity.key()) + "/" + entity.effective().map(row::get).orElse("");
    }

    private Map<String, Object> statement() {
        Map<String, Object> row = new HashMap<>();
        entity.columns().forEach(column -> row.put(column.name(), value(column)));
        entity.columns().forEach(column -> align(row, column.name()));
        return row;
    }

    /** An instant and the date of the same name tell of the same day. */
    private void align(Map<String, Object> row, String changed) {
        String stem = changed.replaceAll("_(date|at)$", "");
        Object date = row.get(stem + "_date");
        if (row.containsKey(stem + "_at") && date instanceof LocalDate day) {
            row.put(stem + "_at", day.atTime(9 + random.nextInt(2), 0).toInstant(ZoneOffset.UTC));
        }
    }

    private @Nullable Object value(Column column) {
        if (column.optional() && random.nextInt(5) == 0) {
            return null;
        }
        return switch (column.type().kind()) {
            case ID ->
                column.name().charAt(0) + "" + random.nextInt(column.name().equals(entity.key()) ? 2 * IDS : IDS);
            case DATE -> DATES.get(random.nextInt(DATES.size()));
            case INSTANT ->
                DATES.get(random.nextInt(DATES.size())).atStartOfDay().toInstant(ZoneOffset.UTC);
            case MONEY, PRICE, QUANTITY, RATE, PERCENT -> new BigDecimal(1 + random.nextInt(9));
            case PROBABILITY, STATISTIC -> (double) random.nextInt(10);
            case COUNT, DURATION, KEY -> (long) random.nextInt(10);
            case FLAG -> random.nextBoolean();
            case CURRENCY -> "EUR";
            case CODE, TEXT -> {
                List<String> words = WORDS.getOrDefault(column.name(), List.of("one", "two", "three"));
                yield words.get(random.nextInt(words.size()));
            }
        };
    }

    StructType schema() {
        StructType schema = StructType.fromDDL("source_system string, company_code string");
        for (Column column : entity.columns()) {
            schema = schema.add(column.name(), DataType.fromDDL(column.type().sparkType()));
        }
        return schema.add("_record", StructType.fromDDL("content string, line bigint, number bigint"))
                .add("_live", "boolean")
                .add("_keyless", "boolean")
                .add("_hash", "bigint")
                .add("_place_at", "timestamp")
                .add("_source_table", "string")
                .add("_outcome", "string");
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        accepted.values().forEach(row -> rows.add(row(row, "accepted")));
        superseded.forEach(row -> rows.add(row(row, "superseded")));
        return rows;
    }

    private Row row(Map<String, Object> values, String outcome) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList("web_shop", "NL"));
        entity.columns().forEach(column -> cells.add(values.get(column.name())));
        cells.add(RowFactory.create("content", 1L, 1L));
        cells.addAll(Arrays.asList(true, false, (long) values.hashCode(), null, "files", outcome));
        return RowFactory.create(cells.toArray());
    }
}
