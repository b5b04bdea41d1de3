package org.offtake.etl.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a file that names its columns in a header, or not at all. */
interface Rows {

    /** The next record that is not a blank line, or null at the end. */
    @Nullable
    Row next() throws IOException;
}
