package org.offtake.etl.files;

import java.io.Serializable;

/**
 * A column the contract expects in a file.
 *
 * @param required whether a file without this column is refused
 */
public record ReceivedColumn(String name, boolean required) implements Serializable {

    private static final long serialVersionUID = 1L;

    public static ReceivedColumn required(String name) {
        return new ReceivedColumn(name, true);
    }

    public static ReceivedColumn optional(String name) {
        return new ReceivedColumn(name, false);
    }
}
