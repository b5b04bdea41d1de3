package org.offtake.etl.files;

import java.io.Serializable;

/**
 * A column the contract expects in a file.
 *
 * @param required whether a file without this column is refused
 */
public record ExpectedColumn(String name, boolean required) implements Serializable {

    private static final long serialVersionUID = 1L;

    public static ExpectedColumn required(String name) {
        return new ExpectedColumn(name, true);
    }

    public static ExpectedColumn optional(String name) {
        return new ExpectedColumn(name, false);
    }
}
