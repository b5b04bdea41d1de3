package org.offtake.etl.conform;

import java.util.ArrayList;
import java.util.List;
import org.offtake.models.Check;
import org.offtake.models.Column;
import org.offtake.models.Entity;

/** The contract of an entity as one SQL expression: the first thing that is wrong with a row, or null. */
final class EntityRules {
    private EntityRules() {}

    static String problem(Entity entity) {
        List<String> cases = new ArrayList<>();
        for (Column column : entity.columns()) {
            if (!column.optional() && !column.name().equals(entity.key())) {
                cases.add("when `" + column.name() + "` is null then "
                        + problem(TypedColumns.MISSING_VALUE, "'" + column.name() + "'", "''"));
            }
        }
        cases.add("when `" + entity.key() + "` is null and not " + Statements.KEYLESS + " then "
                + problem(TypedColumns.MISSING_VALUE, "'" + entity.key() + "'", "''"));
        entity.checks().stream()
                .filter(check -> check.severity() == Check.Severity.MUST)
                .forEach(check -> cases.add("when not coalesce(" + check.condition() + ", true) then "
                        + problem(
                                "rule_broken",
                                "'" + quoted(check.condition()) + "'",
                                "'" + quoted(check.because()) + "'")));
        return "case " + String.join(" ", cases) + " end";
    }

    private static String problem(String code, String field, String value) {
        return "named_struct('code', '" + code + "', 'field', " + field + ", 'value', " + value + ")";
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }
}
