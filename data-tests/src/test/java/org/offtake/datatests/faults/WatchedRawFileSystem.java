package org.offtake.datatests.faults;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.lake.LocalDisk;

/** The local disk as Hadoop sees it, below its buffers and checksums: every folder, file, byte, move and removal. */
final class WatchedRawFileSystem extends LocalDisk {
    private @Nullable Effects effects;

    @Override
    public void initialize(URI uri, Configuration configuration) throws IOException {
        super.initialize(uri, configuration);
        effects = Effects.of(configuration);
    }

    private void happen(String kind, Path path) throws IOException {
        Effects watched = effects;
        if (watched == null) {
            throw new IllegalStateException("not initialised");
        }
        watched.file(kind, pathToFile(path));
    }

    @Override
    protected OutputStream createOutputStreamWithMode(Path file, boolean append, @Nullable FsPermission permission)
            throws IOException {
        happen("create", file);
        return new Watched(super.createOutputStreamWithMode(file, append, permission), file);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        happen("move", to);
        return super.rename(from, to);
    }

    @Override
    public boolean truncate(Path file, long length) throws IOException {
        happen("truncate", file);
        return super.truncate(file, length);
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        if (exists(path)) {
            happen("remove", path);
        }
        return super.delete(path, recursive);
    }

    @Override
    protected boolean mkOneDirWithMode(Path path, File folder, @Nullable FsPermission permission) throws IOException {
        if (!folder.exists()) {
            happen("folder", path);
        }
        return super.mkOneDirWithMode(path, folder, permission);
    }

    /** The bytes of one file: their first arrival and the end are effects; a stop leaves half of what was to arrive. */
    private final class Watched extends OutputStream {
        private final OutputStream file;
        private final Path path;
        private boolean begun;

        Watched(OutputStream file, Path path) {
            this.file = file;
            this.path = path;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                happen(begun ? "more" : "write", path);
            } catch (Stopped stopped) {
                file.write(bytes, offset, stopped.isHere() ? length / 2 : 0);
                throw stopped;
            } catch (IOException full) {
                throw asHadoopSaysIt(full);
            }
            begun = true;
            file.write(bytes, offset, length);
        }

        /** Hadoop's own stream makes an error of it, which is Hadoop's alone to make. */
        private static FSError asHadoopSaysIt(IOException full) {
            try {
                Constructor<FSError> constructor = FSError.class.getDeclaredConstructor(Throwable.class);
                constructor.setAccessible(true);
                return constructor.newInstance(full);
            } catch (ReflectiveOperationException changed) {
                throw new IllegalStateException(changed);
            }
        }

        @Override
        public void flush() throws IOException {
            file.flush();
        }

        @Override
        public void close() throws IOException {
            try (file) {
                happen("close", path);
            }
        }
    }
}
