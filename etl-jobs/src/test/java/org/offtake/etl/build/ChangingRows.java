package org.offtake.etl.build;

import java.util.Collection;
import java.util.Map;

/** The rows of one table over time. */
interface ChangingRows {
    Shape shape();

    /** The rows that a model sees, by the names of their columns. */
    Collection<Map<String, Object>> accepted();

    /** More rows, if more are needed. */
    void grow();

    /** Inserts, deletes, corrections, moves from one unit to another. */
    ChangingRows change(int number);
}
