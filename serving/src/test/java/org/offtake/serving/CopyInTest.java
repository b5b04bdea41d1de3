package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.offtake.serving.FreshDatabase.rows;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyInTest {
    @RegisterExtension
    static final FreshDatabase POSTGRES = new FreshDatabase();

    private static final List<String> PIECES = List.of(
            "\t", "\n", "\r", "\r\n", "\\", "\\N", "\\.", "\\n", "\\t", "\\x41", "\\101", "\"", "'", "''", ",", ";",
            "$$", "|", " ", "\b", "\f", "\u000b", "\u0001", "\u001f", "\u007f", "\u0085", "\u00a0", "\u2028", "\ufeff",
            "é", "e\u0301", "ß", "漢", "😀", "👩‍👧", "null", "NULL", "end", "a", "");

    private final Connection connection = POSTGRES.owner().connect();

    @BeforeEach
    void a_temporary_table() throws SQLException {
        FreshDatabase.run(
                connection,
                "create temporary table target (line bigint, words text, amount numeric(18, 4), at timestamptz, day date,"
                        + " sure boolean, chance double precision)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void nasty_strings_come_back_as_they_went() throws SQLException {
        Random random = new Random(20);
        List<String> sent = new ArrayList<>(PIECES);
        for (int line = 0; line < 5000; line++) {
            StringBuilder words = new StringBuilder();
            for (int piece = random.nextInt(8); piece > 0; piece--) {
                words.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            sent.add(words.toString());
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int line = 0; line < sent.size(); line++) {
            rows.add(row((long) line, sent.get(line)));
        }

        assertThat(CopyIn.write(connection, "target", List.of("line", "words"), rows.iterator()))
                .isEqualTo(sent.size());

        List<String> received = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select words from target order by line")) {
            while (row.next()) {
                received.add(row.getString(1));
            }
        }
        assertThat(received).isEqualTo(sent);
    }

    @Test
    void every_type_and_null_come_back_as_they_went() throws SQLException {
        List<String> columns = List.of("line", "words", "amount", "at", "day", "sure", "chance");
        List<List<@Nullable Object>> rows = List.of(
                row(
                        Long.MIN_VALUE,
                        "",
                        new BigDecimal("1E+3"),
                        Instant.parse("2026-03-29T01:30:00.123456789Z"),
                        LocalDate.of(1, 1, 1),
                        true,
                        Double.NaN),
                row(
                        Long.MAX_VALUE,
                        "\\N",
                        new BigDecimal("-0.0001"),
                        Instant.parse("0001-01-01T00:00:00Z"),
                        LocalDate.of(9999, 12, 31),
                        false,
                        Double.NEGATIVE_INFINITY),
                row(7, null, null, null, null, null, Double.MIN_VALUE));
        assertThat(CopyIn.write(connection, "target", columns, rows.iterator())).isEqualTo(3);
        assertThat(rows(connection, "select * from target order by line"))
                .containsExactly(
                        "-9223372036854775808||1000.0000|2026-03-29 01:30:00.123456+00|0001-01-01|t|NaN",
                        "7|null|null|null|null|null|5e-324",
                        "9223372036854775807|\\N|-0.0001|0001-01-01 00:00:00+00|9999-12-31|f|-Infinity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud800", "x\udc00y", "\ud83d"})
    void text_that_postgresql_cannot_keep_is_refused_with_row_and_column_and_nothing_is_written(String words)
            throws SQLException {
        Iterator<List<@Nullable Object>> rows =
                List.of(row(1L, "good"), row(2L, words)).iterator();
        ServingException refusal = catchThrowableOfType(
                ServingException.class, () -> CopyIn.write(connection, "target", List.of("line", "words"), rows));
        assertThat(refusal).hasMessageContaining("Row 2").hasMessageContaining("column words");
        assertThat(rows(connection, "select count(*) from target")).containsExactly("0");
    }

    @Test
    void values_out_of_range_or_of_an_unknown_type_or_count_are_refused() {
        refuses(List.of("day"), row(LocalDate.of(10000, 1, 1)), "outside the years 0001 to 9999");
        refuses(List.of("at"), row(Instant.MIN), "outside the years 0001 to 9999");
        refuses(List.of("words"), row(Locale.ROOT), "java.util.Locale");
        refuses(List.of("line", "words"), row(1L), "has 1 values for 2 columns");
        refuses(List.of("amount"), row(new BigDecimal("123456789012345.1")), "numeric field overflow");
        refuses(List.of("line) from program 'id'; --"), row(1L), "cannot name a table or a column");
    }

    @Test
    void a_source_that_breaks_in_the_middle_writes_nothing_and_leaves_the_connection_usable() throws SQLException {
        Iterator<List<@Nullable Object>> breaking = new Iterator<>() {
            private long line;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public List<@Nullable Object> next() {
                if (++line > 50_000) {
                    throw new IllegalStateException("the disk is gone");
                }
                return row(line);
            }
        };
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> CopyIn.write(connection, "target", List.of("line"), breaking)))
                .hasMessage("the disk is gone");
        assertThat(rows(connection, "select count(*) from target")).containsExactly("0");
    }

    private void refuses(List<String> columns, List<@Nullable Object> row, String reason) {
        Iterator<List<@Nullable Object>> rows = List.of(row).iterator();
        ServingException refusal =
                catchThrowableOfType(ServingException.class, () -> CopyIn.write(connection, "target", columns, rows));
        assertThat(refusal).hasMessageContaining(reason);
        assertThat(refusal.retry()).isFalse();
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
