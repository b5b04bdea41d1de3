package org.offtake.datatests.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.FileSystems;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import org.apache.lucene.tests.mockfile.FilterFileChannel;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;
import org.apache.lucene.tests.mockfile.FilterOutputStream2;

/** The local disk as java.nio sees it: what the product writes by itself, which is what its steps remember and lock. */
final class WatchedPaths extends FilterFileSystemProvider {
    private final Effects effects;

    private WatchedPaths(Effects effects) {
        super("watched", FileSystems.getDefault());
        this.effects = effects;
    }

    /** The same path, with everything that is written there or below told. */
    static Path at(Path path, Effects effects) {
        return new WatchedPaths(effects).wrapPath(path);
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        if (!folder.toFile().exists()) {
            effects.file("folder", folder);
        }
        super.createDirectory(folder, attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        effects.file("remove", path);
        super.delete(path);
    }

    @Override
    public boolean deleteIfExists(Path path) throws IOException {
        effects.file("remove", path);
        return super.deleteIfExists(path);
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        effects.file("create", to);
        super.copy(from, to, options);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        effects.file("move", to);
        super.move(from, to, options);
    }

    @Override
    public OutputStream newOutputStream(Path file, OpenOption... options) throws IOException {
        effects.file("create", file);
        return new FilterOutputStream2(super.newOutputStream(file, options)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                effects.file("write", file);
                super.write(bytes, offset, length);
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                write(bytes, 0, bytes.length);
            }

            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }
        };
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        if (options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND)) {
            throw new UnsupportedOperationException("nothing wrote by a channel yet: watch it here");
        }
        return super.newByteChannel(file, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        effects.file("create", file);
        return new FilterFileChannel(super.newFileChannel(file, options, attributes)) {
            @Override
            public int write(ByteBuffer bytes, long position) throws IOException {
                effects.file("write", file);
                return super.write(bytes, position);
            }

            @Override
            public FileChannel truncate(long size) throws IOException {
                effects.file("truncate", file);
                return super.truncate(size);
            }
        };
    }
}
