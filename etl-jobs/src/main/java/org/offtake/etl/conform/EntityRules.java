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
                        + problem(entity, TypedColumns.MISSING_VALUE, column.name(), ""));
            }
        }
        cases.add("when `" + entity.key() + "` is null and not " + Statements.KEYLESS + " then "
                + problem(entity, TypedColumns.MISSING_VALUE, entity.key(), ""));
        entity.checks().stream()
                .filter(check -> check.severity() == Check.Severity.MUST)
                .forEach(check -> cases.add("when not coalesce(" + check.condition() + ", true) then "
                        + problem(entity, Trial.RULE_BROKEN, check.condition(), check.because())));
        return "case " + String.join(" ", cases) + " end";
    }

    private static String problem(Entity entity, String code, String field, String value) {
        return Problem.of(
                Problem.text(code),
                Problem.text(field),
                Problem.text(value),
                entity.table().name());
    }
}
