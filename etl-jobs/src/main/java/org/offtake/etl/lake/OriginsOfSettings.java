package org.offtake.etl.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.mapred.JobConf;

/**
 * Which file each of some thousand settings of Hadoop came from.
 *
 * <p>Spark sends them with every read and write of a file, each origin compressed by itself, and nobody asks for them: a sixth of
 * the work of a small day. Hadoop has no way to leave them out, so its field is emptied.
 */
final class OriginsOfSettings {
    private OriginsOfSettings() {}

    static void forget(Configuration settings) {
        try {
            // Both add settings of their own when they are first asked, and then all settings are read anew.
            new JobConf();
            FileSystem.getFileSystemClass("file", settings);
            settings.size();
            Field origins = Configuration.class.getDeclaredField("updatingResource");
            origins.setAccessible(true);
            origins.set(settings, null);
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException("this Hadoop keeps the origins of its settings elsewhere", otherVersion);
        }
    }
}
