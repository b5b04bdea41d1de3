package org.offtake.etl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.models.Dialect;

class ReceivedBytesTest {

    private static final String TEXT = "id,name\n1,cr\u00E8me\n2,\uD83C\uDF50\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_tells_the_charset_and_is_no_text(String charset) {
        byte[] bytes = ("\uFEFF" + TEXT).getBytes(Charset.forName(charset));
        HostileFile file = HostileFile.of(folder, "marked.csv", bytes, Dialect.csv());
        assertThat(file.shown()).containsExactly("2 1|cr\u00E8me", "3 2|\uD83C\uDF50");
        assertThat(file.readable().header()).containsExactly("id", "name");
    }

    @Test
    void a_byte_order_mark_against_the_declared_charset_is_warned_about() {
        byte[] bytes = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE);
        assertThat(HostileFile.of(folder, "marked.csv", bytes, Dialect.csv())
                        .readable()
                        .warnings())
                .containsExactly("the byte order mark says UTF-16LE, so it is read as that and not as UTF-8");
    }

    @Test
    void UTF_16_without_a_mark_declared_UTF_8_is_refused() {
        FileInspection.Refused refused = HostileFile.of(
                        folder, "wide.csv", TEXT.getBytes(StandardCharsets.UTF_16LE), Dialect.csv())
                .refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.WRONG_ENCODING);
        assertThat(refused.reason()).contains("wide.csv", "line 1", "NUL", "charset");
    }

    @Test
    void a_header_in_another_charset_is_refused() {
        byte[] bytes = "id,name,pr\u00E9nom\n1,apple,x\n".getBytes(StandardCharsets.ISO_8859_1);
        FileInspection.Refused refused =
                HostileFile.of(folder, "latin.csv", bytes, Dialect.csv()).refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.WRONG_ENCODING);
        assertThat(refused.reason()).contains("0xE9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n \n"})
    void an_empty_file_is_refused(String text) {
        assertThat(HostileFile.csv(folder, text).refused().code()).isEqualTo(RefusedFile.EMPTY);
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        HostileFile file = new HostileFile(folder.resolve("gone.csv"), Dialect.csv(), HostileFile.ID_AND_NAME);
        assertThat(file.refused().code()).isEqualTo(RefusedFile.NO_SUCH_FILE);
        assertThat(file.refused().reason()).startsWith("gone.csv: ");
        assertThatThrownBy(() -> ReceivedFiles.open(file.path(), file.dialect(), file.expected()))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("gone.csv");
    }

    @Test
    void the_bytes_as_received_are_hashed_and_counted() throws IOException {
        byte[] packed = gzip("id,name\n1,apple\n".getBytes(StandardCharsets.UTF_8));
        FileInspection.Accepted plain =
                HostileFile.csv(folder, "id,name\n1,apple\n").readable();
        assertThat(plain.bytes()).isEqualTo(16);
        assertThat(plain.sha256()).isEqualTo("7a0b894214662fc46712c4a6dc5623f80a03cb12a9ddab4a2a8b737974cd6082");
        HostileFile gz = HostileFile.of(folder, "packed.csv.gz", packed, Dialect.csv());
        assertThat(gz.readable().bytes()).isEqualTo(packed.length);
        assertThat(gz.readable().sha256()).isNotEqualTo(plain.sha256());
        assertThat(gz.shown()).containsExactly("2 1|apple");
    }

    @Test
    void a_gzip_file_cut_short_is_refused_whole() throws IOException {
        byte[] packed = gzip("id,name\n1,apple\n2,pear\n".repeat(5_000).getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(packed, packed.length - 20);
        FileInspection.Refused refused =
                HostileFile.of(folder, "cut.csv.gz", cut, Dialect.csv()).refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.TRUNCATED);
        assertThat(refused.reason()).contains("cut.csv.gz", "ask its sender");
    }

    @Test
    void damaged_gzip_is_refused_whole() throws IOException {
        byte[] packed = gzip("id,name\n1,apple\n2,pear\n".repeat(5_000).getBytes(StandardCharsets.UTF_8));
        packed[packed.length - 6] ^= 0x55;
        assertThat(HostileFile.of(folder, "damaged.csv.gz", packed, Dialect.csv())
                        .refused()
                        .code())
                .isEqualTo(RefusedFile.WRONG_FORMAT);
    }

    @Test
    void text_named_gz_is_refused() {
        FileInspection.Refused refused = HostileFile.of(
                        folder, "plain.csv.gz", TEXT.getBytes(StandardCharsets.UTF_8), Dialect.csv())
                .refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.WRONG_FORMAT);
    }

    @Test
    void gzip_and_zip_files_under_another_name_are_refused_with_the_right_one() throws IOException {
        byte[] packed = gzip(TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(HostileFile.of(folder, "packed.csv", packed, Dialect.csv())
                        .refused()
                        .reason())
                .contains("is gzip", "name it .gz");
        byte[] zip = {'P', 'K', 3, 4, 0, 0};
        assertThat(HostileFile.of(folder, "zip.csv", zip, Dialect.csv())
                        .refused()
                        .reason())
                .contains("a workbook", ".xlsx");
    }

    @Test
    void a_gzip_bomb_is_refused_before_it_is_unpacked_whole() throws IOException {
        Path path = folder.resolve("bomb.csv.gz");
        byte[] line = ("1," + "x".repeat(1_000_000) + "\n").getBytes(StandardCharsets.UTF_8);
        try (OutputStream bomb = new GZIPOutputStream(Files.newOutputStream(path))) {
            bomb.write("id,name\n".getBytes(StandardCharsets.UTF_8));
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                bomb.write(line);
            }
        }
        FileInspection.Refused refused = new HostileFile(path, Dialect.csv(), HostileFile.ID_AND_NAME).refused();
        assertThat(refused.code()).isEqualTo(RefusedFile.TOO_LARGE);
        assertThat(refused.reason()).contains("bomb.csv.gz", "over 200 times as many");
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        }
        return packed.toByteArray();
    }
}
