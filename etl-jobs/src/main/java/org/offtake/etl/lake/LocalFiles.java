package org.offtake.etl.lake;

import org.apache.hadoop.fs.LocalFileSystem;

/** Hadoop's local file system, with checksums, over {@link LocalDisk}. */
public final class LocalFiles extends LocalFileSystem {
    /** Made by Hadoop, by name. */
    public LocalFiles() {
        super(new LocalDisk());
    }
}
