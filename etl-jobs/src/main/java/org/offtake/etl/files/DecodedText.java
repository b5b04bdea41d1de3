package org.offtake.etl.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.ArrayDeque;
import java.util.HexFormat;

/** Decodes bytes to characters, and remembers where U+FFFD had to stand for bytes that are no text. */
final class DecodedText {

    private record Undecodable(long position, String bytes) {}

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer pending = ByteBuffer.allocate(64 * 1024).flip();
    private final ArrayDeque<Undecodable> undecodable = new ArrayDeque<>();
    private long produced;
    private boolean atEnd;

    DecodedText(InputStream bytes, Charset charset) {
        this.bytes = bytes;
        this.decoder = charset.newDecoder();
    }

    /** Fills the target with at least one character, or returns 0 at the end of the file. */
    int read(char[] target) throws IOException {
        CharBuffer characters = CharBuffer.wrap(target);
        while (characters.position() == 0) {
            CoderResult result = decoder.decode(pending, characters, atEnd);
            if (result.isError()) {
                if (characters.hasRemaining()) {
                    replace(result.length(), characters);
                }
            } else if (result.isUnderflow()) {
                if (atEnd) {
                    break;
                }
                fetch();
            }
        }
        produced += characters.position();
        return characters.position();
    }

    /** The first undecodable bytes before a position in the text, in words, forgetting them all; empty for none. */
    String undecodableBefore(long position) {
        String first = "";
        for (Undecodable next = undecodable.peek();
                next != null && next.position() < position;
                next = undecodable.peek()) {
            first = first.isEmpty() ? next.bytes() : first;
            undecodable.remove();
        }
        return first;
    }

    private void replace(int length, CharBuffer characters) {
        byte[] bad = new byte[length];
        pending.get(bad);
        undecodable.add(new Undecodable(
                produced + characters.position(),
                "0x" + HexFormat.of().withUpperCase().formatHex(bad)));
        characters.put('\uFFFD');
    }

    private void fetch() throws IOException {
        pending.compact();
        int count = bytes.read(pending.array(), pending.position(), pending.remaining());
        if (count < 0) {
            atEnd = true;
        } else {
            pending.position(pending.position() + count);
        }
        pending.flip();
    }
}
