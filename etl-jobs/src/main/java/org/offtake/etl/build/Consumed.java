package org.offtake.etl.build;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.offtake.etl.detect.Makers;
import org.offtake.etl.lake.Lake;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * What a model consumed when it was last built: its definition, its inputs' versions, its business date.
 *
 * <p>A version is told with the id of its table, for a table that was made anew begins to count again.
 */
public record Consumed(Map<String, String> values) {
    private static final String DEFINITION = "definition";
    private static final String BUSINESS_DATE = "business_date";
    private static final String NONE = "none";

    /** What the model will have consumed once it is built from these inputs. */
    public static Consumed of(Model model, Path lakeRoot, Map<TableName, Long> versions, LocalDate businessDate) {
        Map<String, String> values = new TreeMap<>();
        values.put(DEFINITION, definition(model));
        model.reads().forEach(table -> {
            Long version = versions.get(table);
            values.put(table.toString(), version == null ? NONE : version + " " + Lake.id(lakeRoot, table));
        });
        if (model.namesBusinessDate()) {
            values.put(BUSINESS_DATE, businessDate.toString());
        }
        return new Consumed(values);
    }

    /** Whether what was consumed can be carried on from: same definition, same business date, every input known. */
    boolean canGoOnTo(Consumed next) {
        return !values.isEmpty()
                && isOfSameDefinition(next)
                && same(BUSINESS_DATE, next)
                && values.keySet().equals(next.values.keySet())
                && values.entrySet().stream().allMatch(value -> sameTable(value.getKey(), next));
    }

    boolean isOfSameDefinition(Consumed next) {
        return same(DEFINITION, next);
    }

    private boolean same(String key, Consumed next) {
        return values.getOrDefault(key, "").equals(next.values.getOrDefault(key, ""));
    }

    /** Whether a table that was consumed is still the one it was; a table that was not there may have come. */
    private boolean sameTable(String table, Consumed next) {
        return version(table).isEmpty()
                || next.version(table).isEmpty()
                || id(values.getOrDefault(table, "")).equals(id(next.values.getOrDefault(table, "")));
    }

    private static String id(String value) {
        return value.substring(value.indexOf(' ') + 1);
    }

    OptionalLong version(TableName table) {
        return version(table.toString());
    }

    private OptionalLong version(String table) {
        String value = values.getOrDefault(table, NONE);
        int end = value.indexOf(' ');
        return end < 0 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value.substring(0, end)));
    }

    /** As if a table had not changed. */
    Consumed asBefore(TableName table, Consumed before) {
        Map<String, String> same = new TreeMap<>(values);
        same.put(table.toString(), before.values.getOrDefault(table.toString(), NONE));
        return new Consumed(same);
    }

    /** Another text when the same inputs may make other rows than before. */
    static String definition(Model model) {
        List<String> parts = new ArrayList<>(List.of(
                model.sql(),
                model.grain().toString(),
                model.by().toString(),
                model.load().toString(),
                model.follows().toString(),
                model.columns().toString(),
                model.inferredFrom().toString()));
        model.madeBy()
                .ifPresent(name -> parts.add(Makers.named(name, model.file()).definition()));
        return DigestUtils.sha256Hex(String.join("\n", parts));
    }
}
