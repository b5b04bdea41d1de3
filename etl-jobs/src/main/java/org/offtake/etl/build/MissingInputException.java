package org.offtake.etl.build;

import org.offtake.models.TableName;

/** A model reads a table that was never built or landed. */
public final class MissingInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingInputException(TableName table) {
        super(table + " is not here: no source of this configuration delivered it, and no model builds it");
    }
}
