package org.offtake.etl.files;

import java.util.Iterator;
import java.util.List;

/**
 * The records of one open file, in its order; a file that turns out unreadable on the way throws {@link RefusedFile}.
 */
public interface RecordFile extends Iterator<ReceivedRecord>, AutoCloseable {

    /** The names of the columns as the file gives them, in its order. */
    List<String> header();

    /** What is odd about the file but costs no record. */
    List<String> warnings();

    @Override
    void close();
}
