package org.offtake.datatests.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.offtake.etl.lake.LocalFs;

/** The same by Hadoop's other door, through which Delta commits. */
public final class WatchedLocalFs extends LocalFs {
    public WatchedLocalFs(URI ignored, Configuration configuration) throws IOException, URISyntaxException {
        super(new WatchedRawFileSystem(), configuration);
    }
}
