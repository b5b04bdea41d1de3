package org.offtake.etl.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Decompresses until the text grows out of all proportion to what was received. */
final class GuardedGzip extends FilterInputStream {

    /** No business text shrinks this far. */
    private static final int HIGHEST_RATIO = 200;

    /** Bytes below which any ratio is harmless. */
    private static final long HARMLESS = 64L * 1024 * 1024;

    private final long compressed;
    private final String file;
    private long produced;

    /** Takes the size of the whole compressed file in bytes. */
    GuardedGzip(InputStream bytes, long compressed, String file) throws IOException {
        super(new GZIPInputStream(bytes, 64 * 1024));
        this.compressed = compressed;
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        produced += Math.max(count, 0);
        if (produced > HARMLESS && produced / HIGHEST_RATIO > compressed) {
            throw new RefusedFile(
                    RefusedFile.TOO_LARGE,
                    "%s: %d bytes unpack to more than %d, over %d times as many, as only a bomb does; ask its sender what it is"
                            .formatted(file, compressed, produced, HIGHEST_RATIO));
        }
        return count;
    }
}
