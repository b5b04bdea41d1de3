package org.offtake.etl.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A text file after decompression, past its byte order mark.
 *
 * @param charset what the byte order mark says, else what was declared
 */
record ReceivedBytes(InputStream stream, Charset charset, List<String> warnings) {

    private static final HexFormat HEX = HexFormat.of();

    static ReceivedBytes open(Path path, String declared) throws IOException {
        String file = String.valueOf(path.getFileName());
        InputStream text = unpacked(path);
        try {
            return pastMark(text, Charset.forName(declared), file);
        } catch (IOException | RuntimeException failure) {
            text.close();
            throw failure;
        }
    }

    /** The bytes of a file, after decompression where its name says that it is compressed. */
    static InputStream unpacked(Path path) throws IOException {
        String file = String.valueOf(path.getFileName());
        InputStream received = Files.newInputStream(path);
        try {
            return file.toLowerCase(Locale.ROOT).endsWith(".gz")
                    ? new GuardedGzip(received, Files.size(path), file)
                    : received;
        } catch (IOException | RuntimeException failure) {
            received.close();
            throw failure;
        }
    }

    private static ReceivedBytes pastMark(InputStream text, Charset declared, String file) throws IOException {
        byte[] start = text.readNBytes(4);
        if (start.length == 0) {
            throw new RefusedFile(RefusedFile.EMPTY, file + ": the file is empty; ask its sender for it again");
        }
        String digits = HEX.formatHex(start);
        if (digits.startsWith("1f8b")) {
            throw packed(file, "gzip", ".gz");
        }
        if (digits.equals("504b0304")) {
            throw packed(file, "a zip archive or a workbook", ".xlsx, declared as xlsx,");
        }
        if (digits.startsWith("efbbbf")) {
            return past(3, start, text, declared, StandardCharsets.UTF_8);
        }
        if (digits.startsWith("fffe")) {
            return past(2, start, text, declared, StandardCharsets.UTF_16LE);
        }
        if (digits.startsWith("feff")) {
            return past(2, start, text, declared, StandardCharsets.UTF_16BE);
        }
        return past(0, start, text, declared, declared);
    }

    private static ReceivedBytes past(int mark, byte[] start, InputStream text, Charset declared, Charset charset)
            throws IOException {
        PushbackInputStream stream = new PushbackInputStream(text, start.length);
        stream.unread(Arrays.copyOfRange(start, mark, start.length));
        List<String> warnings = new ArrayList<>();
        if (!charset.name().startsWith(declared.name())) {
            warnings.add("the byte order mark says " + charset + ", so it is read as that and not as " + declared);
        }
        return new ReceivedBytes(stream, charset, List.copyOf(warnings));
    }

    private static RefusedFile packed(String file, String what, String ending) {
        return new RefusedFile(
                RefusedFile.WRONG_FORMAT,
                file + ": the file is " + what + " and not text; name it " + ending + " or unpack it first");
    }
}
