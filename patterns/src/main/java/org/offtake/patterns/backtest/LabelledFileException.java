package org.offtake.patterns.backtest;

/** A file of a labelled set is not what it should be; the message names file, line and reason. */
public final class LabelledFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LabelledFileException(String message) {
        super(message);
    }
}
