package org.offtake.etl.build;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table over time.
 *
 * <p>As conforming leaves it, the natural key names one accepted row; superseded ones lie between them.
 */
final class RandomRows implements ChangingRows {
    private static final int GROWTH = 12;
    /** With fewer rows than that, some are kept that would have gone: an empty table shows nothing. */
    private static final int ENOUGH = 6;

    private final Shape shape;
    private final Random random;
    private final Vocabulary vocabulary;
    private final Map<String, Map<String, Object>> accepted = new TreeMap<>();
    private final List<Map<String, Object>> superseded = new ArrayList<>();

    RandomRows(Shape shape, Vocabulary vocabulary) {
        this.shape = shape;
        this.random = vocabulary.random();
        this.vocabulary = vocabulary;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Collection<Map<String, Object>> accepted() {
        return accepted.values();
    }

    List<Map<String, Object>> superseded() {
        return superseded;
    }

    /** New things, and old ones that are first told of now. */
    RandomRows insert(int number) {
        for (int index = 0; index < number; index++) {
            accept(statement());
        }
        return this;
    }

    @Override
    public void grow() {
        insert(GROWTH);
    }

    @Override
    public RandomRows change(int number) {
        for (int index = 0; index < number; index++) {
            switch (random.nextInt(4)) {
                case 0 -> accept(statement());
                case 1 -> {
                    if (random.nextInt(ENOUGH) < accepted.size()) {
                        withdraw();
                    } else {
                        accept(statement());
                    }
                }
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
            StructField[] columns = shape.schema().fields();
            StructField column = columns[random.nextInt(columns.length)];
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
        return shape.grain().stream()
                .map(column -> String.valueOf(row.get(column)))
                .collect(Collectors.joining("/"));
    }

    private Map<String, Object> statement() {
        Map<String, Object> row = new HashMap<>();
        Stream.of(shape.schema().fields()).forEach(column -> row.put(column.name(), value(column)));
        Stream.of(shape.schema().fieldNames()).forEach(column -> align(row, column));
        return row;
    }

    private @Nullable Object value(StructField column) {
        if (shape.optional().contains(column.name()) && random.nextInt(5) < vocabulary.nullsOfFive(column.name())) {
            return null;
        }
        return vocabulary.of(column, shape.grain().contains(column.name()));
    }

    /** An instant and the date of the same name tell of the same day, and one is not known without the other. */
    private void align(Map<String, Object> row, String changed) {
        String stem = changed.replaceAll("_(date|at)$", "");
        if (!row.containsKey(stem + "_at") || !row.containsKey(stem + "_date")) {
            return;
        }
        Object date = row.get(stem + "_date");
        row.put(
                stem + "_at",
                date instanceof LocalDate day
                        ? day.atTime(9 + random.nextInt(2), 0).toInstant(ZoneOffset.UTC)
                        : null);
    }
}
