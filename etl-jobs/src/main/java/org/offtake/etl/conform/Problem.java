package org.offtake.etl.conform;

/** What is wrong with a record, as an SQL struct of code, field, value and the entity whose rule it breaks. */
final class Problem {
    private Problem() {}

    /** A problem of three expressions; the entity is a name, or empty when the record broke no entity's rule. */
    static String of(String code, String field, String value, String entity) {
        return "named_struct('code', " + code + ", 'field', " + field + ", 'value', " + value + ", 'entity', "
                + text(entity) + ")";
    }

    /** A text as an SQL literal. */
    static String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
