package org.offtake.etl.files;

import java.io.Serializable;
import java.util.List;

/** What one full pass over a file found. */
public sealed interface FileInspection extends Serializable {

    /**
     * A file whose records can be read, each good or flawed.
     *
     * @param sha256 of the bytes as received, in lower-case hexadecimal digits
     * @param bytes size as received, before decompression
     * @param header the names of the columns as the file gives them, in its order
     * @param records how many records {@link ReceivedFiles#open} yields, good and flawed
     */
    record Accepted(String sha256, long bytes, List<String> header, long records, List<String> warnings)
            implements FileInspection {}

    /**
     * A file of which nothing may be kept.
     *
     * @param code one of the constants of {@link RefusedFile}
     * @param reason what is wrong, where, and what to do next
     */
    record Refused(String code, String reason) implements FileInspection {}
}
