package org.offtake.models;

import java.nio.file.Path;

/** A contract or a configuration that cannot be used; names the file, the line and what to do. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ContractException(Path file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    public ContractException(Path file, int line, RuntimeException cause) {
        super(file + ":" + line + ": " + cause.getMessage(), cause);
    }

    public ContractException(Path file, String problem) {
        super(file + ": " + problem);
    }
}
