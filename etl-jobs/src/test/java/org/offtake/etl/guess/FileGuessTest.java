package org.offtake.etl.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offtake.etl.files.ExpectedColumn;
import org.offtake.etl.files.FileInspection;
import org.offtake.etl.files.ReceivedFiles;
import org.offtake.etl.files.RefusedFile;
import org.offtake.models.Library;
import org.offtake.models.SourceTable;

/** A contract that is guessed reads the file that it is guessed from. */
class FileGuessTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void a_dutch_file_is_seen_with_its_delimiter_encoding_decimal_comma_and_dates() throws IOException {
        String text = """
                Factuurnr;Klant;Datum;Bedrag;Korting;Betaald;Opmerking
                0012;Caf\u00e9 Zuid;29-02-2024;1.234,50;;ja;"eerst; bellen"
                0013;Bakker;01-03-2024;12,00;2,5;nee;
                """;
        assertThat(yaml("facturen_20240301.csv", text.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("""
                about: (what a record of it is, and who sends it when)
                format: csv
                files: "facturen_*.csv"
                stamp: {name: "(\\\\d{8})", format: yyyyMMdd}
                dialect: {delimiter: ";", encoding: windows-1252, decimal: ","}
                columns:
                  Factuurnr: {is: id}
                  Klant:     {is: text}
                  Datum:     {is: date, format: "dd-MM-yyyy"}
                  Bedrag:    {is: money in EUR}
                  Korting:   {is: percent, optional: true}
                  Betaald:   {is: flag}
                  Opmerking: {is: text, optional: true}
                becomes: {}  # which entity is a record: invoices, orders?
                """);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CustomerID  | 17850.0 12583.0      | {is: id, repair: float_id}",
                "CustomerID  | 17850 12583          | {is: id}",
                "zip         | 0123 1011            | {is: id}",
                "Klantnr     | 4711 4712            | {is: id}",
                "customerid  | 4711 4712            | {is: id}",
                "prepaid     | 47 12                | {is: quantity}",
                "Quantity    | 6 -1                 | {is: quantity}",
                "line_count  | 6 1                  | {is: count}",
                "UnitPrice   | 2.55 3               | {is: price in EUR}",
                "net_amount  | 10 20                | {is: money in EUR}",
                "fx_rate     | 1.0821 1.1           | {is: rate}",
                "currency    | EUR USD              | {is: currency}",
                "status      | open closed          | {is: code}",
                "day         | 2024-02-29 2024-03-01 | {is: date}",
                "day         | 20240229 20240301    | '{is: date, format: \"yyyyMMdd\"}'",
                "day         | 13/02/2024 01/02/2024 | '{is: date, format: \"dd/MM/yyyy\"}'",
                "day         | 02/13/2024 01/02/2024 | '{is: date, format: \"MM/dd/yyyy\"}'",
                "day         | 03/04/2024 01/02/2024 | '{is: date, format: \"dd/MM/yyyy\"}  # MM/dd/yyyy fits as well: ask its sender'",
                "day         | 2024-02-29 29-02-2024 | '{is: date, format: [\"yyyy-MM-dd\", \"dd-MM-yyyy\"]}'",
                "at          | 2024-02-29T10:00:00 2024-03-01T10:00:00 | {is: instant}",
                "at          | 2024-02-29T10:00:00.5Z 2024-03-01T10:00:00.123456Z | {is: instant}",
                "at          | 2024-02-29T10:00:00Z 2024-03-01T10:00:00+01 | '{is: instant, format: \"yyyy-MM-dd''T''HH:mm:ssX\"}'",
                "at          | 2024-02-30 2024-03-01 | {is: text}",
                "qty         | 5 ?                  | '{is: quantity, optional: true, missing: \"?\"}'",
                "is_gift     | yes no               | {is: flag}",
                "nothing     | null n/a             | '{is: text, optional: true, missing: [\"n/a\", \"null\"]}  # always empty'"
            })
    void a_column_is_guessed_by_its_values_first_and_its_name_second(String name, String values, String contract)
            throws IOException {
        String text = name + ",other\n"
                + List.of(values.split(" ")).stream()
                        .map(value -> value + ",x\n")
                        .collect(Collectors.joining());
        assertThat(yaml("a.csv", text.getBytes(StandardCharsets.UTF_8)))
                .containsPattern("(?m)^  " + name + ": +" + java.util.regex.Pattern.quote(contract) + "$");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "day    | 2024-02-%02d | 2024-02-30 | '{is: date}  # 1 of 20 is no date, such as ''2024-02-30'': its record goes into quarantine'",
                "amount | %d,50 | a,b | '{is: money in EUR}  # 1 of 20 is no number, such as ''a,b'': its record goes into quarantine'",
                "boxes  | %d | ten | '{is: quantity}  # 1 of 20 is no number, such as ''ten'': its record goes into quarantine'",
                "order_no | %d | A7 | {is: id}",
                "boxes  | %d | '' | '{is: quantity, optional: true}  # empty in 1 of 20: without `optional` these records go into quarantine'"
            })
    void a_value_that_is_otherwise_than_the_rest_is_told_and_does_not_turn_the_column_into_text(
            String name, String usual, String flaw, String contract) throws IOException {
        String text = name + ";other\n"
                + IntStream.rangeClosed(1, 19)
                        .mapToObj(number -> usual.formatted(number) + ";x\n")
                        .collect(Collectors.joining())
                + flaw + ";x\n";
        assertThat(yaml("a.csv", text.getBytes(StandardCharsets.UTF_8)))
                .containsPattern("(?m)^  " + name + ": +" + java.util.regex.Pattern.quote(contract) + "$");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void a_delimiter_is_the_one_in_which_the_rows_agree(String delimiter) throws IOException {
        String text = "id_name_note\n1_pear, ripe_\"a;b\"\n2_'t fruit_x|y\n".replace("_", delimiter);
        if (delimiter.equals(",")) {
            text = text.replace("pear, ripe", "pear");
        }
        String contract = yaml("a.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(contract).contains("  id: ", "  name: ", "  note: ");
        assertReads(contract, "a.csv", text.contains("|y") && delimiter.equals("|") ? 1 : 0);
    }

    @Test
    void lines_above_the_header_and_a_header_that_is_not_there_are_seen() throws IOException {
        assertThat(yaml("a.csv", "Export of today\n\nid,name,boxes\n1,a,2\n2,b,3\n".getBytes(StandardCharsets.UTF_8)))
                .contains("dialect: {header: find}");
        assertThat(yaml("a.csv", "1,apple,2\n2,pear,3\n".getBytes(StandardCharsets.UTF_8)))
                .contains("dialect: {header: absent}", "column_1: {is: quantity}", "column_2: {is: text}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void an_encoding_without_a_mark_is_seen(String charset) throws IOException {
        String contract = yaml("a.csv", "id,name\n1,caf\u00e9\n2,p\u00eache\n".getBytes(Charset.forName(charset)));
        assertThat(contract.contains("encoding: " + charset)).isEqualTo(!charset.equals("UTF-8"));
        assertReads(contract, "a.csv", 0);
    }

    @Test
    void a_packed_text_is_looked_into() throws IOException {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.csv.gz")))) {
            packed.write("id;name\n1;apple\n".getBytes(StandardCharsets.UTF_8));
        }
        assertReads(contract(folder.resolve("a.csv.gz")), "a.csv.gz", 0);
    }

    @Test
    void JSON_lines_have_the_columns_of_all_their_records() throws IOException {
        String text = "{\"id\":1,\"at\":\"2024-02-29T10:00:00Z\"}\n{\"id\":2,\"net_amount\":1.5}\n";
        String contract = yaml("orders-2024-03-01.jsonl", text.getBytes(StandardCharsets.UTF_8));
        assertThat(contract)
                .contains("format: json_lines", "files: \"orders-*.jsonl\"", "format: yyyy-MM-dd}")
                .contains("net_amount: {is: money in EUR, optional: true}", "becomes: {orders: otherwise}");
        assertReads(contract, "orders-2024-03-01.jsonl", 0);
    }

    @Test
    void a_workbook_is_read_below_its_title() throws IOException {
        Path file = folder.resolve("stock.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Stock");
            sheet.value(0, 0, "Stock of today");
            List<String> names = List.of("sku", "boxes", "price");
            IntStream.range(0, 3).forEach(column -> sheet.value(1, column, names.get(column)));
            sheet.value(2, 0, "A1");
            sheet.value(2, 1, 5);
            sheet.value(2, 2, 2.5);
        }
        String contract = contract(file);
        assertThat(contract).contains("format: xlsx", "header: find", "sku:   {is: id}", "price: {is: price in EUR}");
        assertReads(contract, "stock.xlsx", 0);
    }

    @Test
    void what_is_no_table_at_all_is_refused() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        assertThatThrownBy(() -> contract(empty))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("empty.csv");
        assertThatThrownBy(() -> contract(folder.resolve("none.csv")))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("there is no such file");
    }

    private String yaml(String name, byte[] bytes) throws IOException {
        return contract(Files.write(folder.resolve(name), bytes));
    }

    private static String contract(Path file) {
        return new ContractText(file.getFileName().toString(), FileGuess.of(file, "EUR"), List.of("invoices", "orders"))
                .yaml();
    }

    /** Read by the contract, the file has so many flawed records. */
    private void assertReads(String contract, String file, int flawed) throws IOException {
        Path models = folder.resolve("models");
        Files.createDirectories(models.resolve("sources/shop"));
        Files.createDirectories(models.resolve("entities"));
        Files.writeString(
                models.resolve("entities/orders.yml"),
                "about: Orders\nkey: order_id\ncolumns:\n  order_id: {is: id, about: Its number}\n");
        Files.writeString(models.resolve("sources/shop/orders.sql"), "select 1\n");
        Files.writeString(
                models.resolve("sources/shop/tried.yml"),
                contract.replaceFirst("becomes: .*", "becomes: {orders: otherwise}"));
        SourceTable table = Library.read(List.of(models)).sources().get(0);
        FileInspection found = ReceivedFiles.inspect(
                folder.resolve(file),
                table.dialect(),
                table.columns().stream()
                        .map(column -> new ExpectedColumn(column.name(), !column.optional()))
                        .toList());
        assertThat(found).isInstanceOf(FileInspection.Accepted.class);
        assertThat(((FileInspection.Accepted) found).warnings()).hasSize(flawed);
        assertThat(((FileInspection.Accepted) found).records()).isPositive();
    }
}
