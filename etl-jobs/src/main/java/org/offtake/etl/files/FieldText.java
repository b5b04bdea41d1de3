package org.offtake.etl.files;

import org.jspecify.annotations.Nullable;

/**
 * One field of a record that arrived with a type.
 *
 * @param text null where the field has no value, or one that cannot be used
 * @param flaw why it cannot be used, or null
 */
record FieldText(@Nullable String text, @Nullable Flaw flaw) {

    static final FieldText NOTHING = new FieldText(null, null);

    static FieldText of(String text) {
        return new FieldText(text, null);
    }

    static FieldText flawed(String code, String detail) {
        return new FieldText(null, new Flaw(code, detail));
    }
}
