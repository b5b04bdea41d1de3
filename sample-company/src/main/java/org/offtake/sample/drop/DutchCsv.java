package org.offtake.sample.drop;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** CSV as Dutch Excel writes it: BOM, semicolons, decimal comma, dd-mm-jjjj, CRLF. */
public record DutchCsv() implements Dialect {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ssxxx");

    @Override
    public String ending() {
        return ".csv";
    }

    @Override
    public int firstLine() {
        return 2;
    }

    @Override
    public Object wrongDecimal() {
        return "1,234.50";
    }

    @Override
    public Sheet open(Path file, Table table) throws IOException {
        BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        csv.writeRecord(table.columns().stream().map(Column::name).toList());
        return new Sheet() {
            @Override
            public void write(List<Object> values) {
                csv.writeRecord(values.stream().map(DutchCsv::text).toList());
            }

            @Override
            public void close() throws IOException {
                csv.close();
            }
        };
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString().replace('.', ',');
        }
        if (value instanceof LocalDate date) {
            return DATE.format(date);
        }
        if (value instanceof OffsetDateTime moment) {
            return MOMENT.format(moment);
        }
        if (value instanceof Boolean flag) {
            return flag ? "J" : "N";
        }
        return value.toString();
    }
}
