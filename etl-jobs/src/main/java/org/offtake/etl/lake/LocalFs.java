package org.offtake.etl.lake;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The same by Hadoop's other door, through which Delta commits. */
public class LocalFs extends ChecksumFs {
    /** Made by Hadoop, by name. */
    public LocalFs(URI ignored, Configuration configuration) throws IOException, URISyntaxException {
        this(new LocalDisk(), configuration);
    }

    /** Over a disk that has not been initialised yet. */
    protected LocalFs(RawLocalFileSystem disk, Configuration configuration) throws IOException, URISyntaxException {
        super(new Raw(disk, configuration));
    }

    private static final class Raw extends DelegateToFileSystem {
        Raw(RawLocalFileSystem disk, Configuration configuration) throws IOException, URISyntaxException {
            super(FsConstants.LOCAL_FS_URI, disk, configuration, FsConstants.LOCAL_FS_URI.getScheme(), false);
        }

        @Override
        public int getUriDefaultPort() {
            return -1;
        }
    }
}
