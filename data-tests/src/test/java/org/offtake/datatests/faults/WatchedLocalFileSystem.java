package org.offtake.datatests.faults;

import org.apache.hadoop.fs.LocalFileSystem;

/** Hadoop's local file system with its checksum files, both watched. */
public final class WatchedLocalFileSystem extends LocalFileSystem {
    public WatchedLocalFileSystem() {
        super(new WatchedRawFileSystem());
    }
}
