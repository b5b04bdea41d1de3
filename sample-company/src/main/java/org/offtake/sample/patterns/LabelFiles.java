package org.offtake.sample.patterns;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Who the customers are, what was planted and who had left: comma-separated, ISO dates, CRLF. */
final class LabelFiles {
    private static final int ACCOUNT_MANAGERS = 20;

    private LabelFiles() {}

    static void write(Path folder, List<Buyer> buyers) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("customers.csv"))) {
            csv.writeRecord("customer_id", "segment", "account_manager");
            for (Buyer it : buyers) {
                csv.writeRecord(
                        it.code(),
                        it.segment().name(),
                        String.format(Locale.ROOT, "AM%02d", it.number() % ACCOUNT_MANAGERS));
            }
        }
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("deviations.csv"))) {
            csv.writeRecord("customer_id", "kind", "onset_date", "product_group", "direction");
            for (Buyer it : buyers) {
                it.deviation()
                        .ifPresent(deviation -> csv.writeRecord(
                                it.code(),
                                deviation.kind().name(),
                                TwoYears.date(deviation.onset()).toString(),
                                deviation.habit().map(Habit::groupCode).orElse(""),
                                deviation.kind().direction()));
            }
        }
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("left_before_scoring.csv"))) {
            csv.writeRecord("customer_id", "last_date");
            for (Buyer it : buyers) {
                it.leaves()
                        .ifPresent(day ->
                                csv.writeRecord(it.code(), TwoYears.date(day).toString()));
            }
        }
    }

    /** Euro with at most two decimals and at least one, as the labelled sets have them. */
    static String amount(double euro) {
        return Double.toString(Math.round(100 * euro) / 100.0);
    }
}
