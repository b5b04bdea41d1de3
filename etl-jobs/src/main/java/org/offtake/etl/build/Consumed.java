package org.offtake.etl.build;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** What a model consumed when it was last built: its definition, its inputs' versions, its business date. */
public record Consumed(Map<String, String> values) {
    private static final String DEFINITION = "definition";
    private static final String BUSINESS_DATE = "business_date";

    /** What the model will have consumed once it is built from these inputs. */
    public static Consumed of(Model model, Map<TableName, Long> versions, LocalDate businessDate) {
        Map<String, String> values = new TreeMap<>();
        values.put(DEFINITION, definition(model));
        model.reads().forEach(table -> {
            Long version = versions.get(table);
            values.put(table.toString(), version == null ? "none" : version.toString());
        });
        if (new SqlText(model.file().toString(), model.sql()).namesBusinessDate()) {
            values.put(BUSINESS_DATE, businessDate.toString());
        }
        return new Consumed(values);
    }

    /** Whether what was consumed can be carried on from: same definition, same business date, every input known. */
    boolean canGoOnTo(Consumed next) {
        return !values.isEmpty()
                && isOfSameDefinition(next)
                && same(BUSINESS_DATE, next)
                && values.keySet().equals(next.values.keySet());
    }

    boolean isOfSameDefinition(Consumed next) {
        return same(DEFINITION, next);
    }

    private boolean same(String key, Consumed next) {
        return values.getOrDefault(key, "").equals(next.values.getOrDefault(key, ""));
    }

    OptionalLong version(TableName table) {
        String version = values.getOrDefault(table.toString(), "none");
        return version.equals("none") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(version));
    }

    private static String definition(Model model) {
        return DigestUtils.sha256Hex(String.join(
                "\n",
                model.sql(),
                model.grain().toString(),
                model.by().toString(),
                model.load().toString(),
                model.follows().toString(),
                model.columns().toString(),
                model.inferredFrom().toString()));
    }
}
