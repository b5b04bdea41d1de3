package org.offtake.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.offtake.sample.drop.Damaged;
import org.offtake.sample.scale.SampleScale;
import org.offtake.sample.webshop.Webshop;
import org.offtake.sample.wholesale.Customer;
import org.offtake.sample.wholesale.Deviation;
import org.offtake.sample.wholesale.Wholesale;

/** The truth about what was planted: comma-separated, ISO dates, beside the drop folders and never inside one. */
final class Labels {
    private Labels() {}

    static void write(Path folder, SampleScale scale, Wholesale wholesale, List<Damaged> damaged) throws IOException {
        Files.createDirectories(folder);
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("deviations.csv"))) {
            csv.writeRecord("customer_id", "kind", "onset_date", "product_group", "direction", "company");
            for (Customer customer : wholesale.customers()) {
                customer.deviation().ifPresent(it -> csv.writeRecord(deviation(wholesale, customer, it)));
            }
        }
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("left_earlier.csv"))) {
            csv.writeRecord("customer_id", "why", "no_orders_from_date", "company");
            for (Customer customer : wholesale.customers()) {
                customer.endsEarly()
                        .ifPresent(end -> csv.writeRecord(
                                customer.code(),
                                customer.mergedInto().isPresent() ? "MERGED" : "LEFT",
                                end.toString(),
                                wholesale.name()));
            }
        }
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("weak_months.csv"))) {
            csv.writeRecord("company", "month_start_date", "demand_factor");
            csv.writeRecord("webshop", Webshop.weakMonth(scale).toString(), String.valueOf(Webshop.WEAK_MONTH_DEMAND));
        }
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("damaged.csv"))) {
            csv.writeRecord("file", "line", "column", "what", "expected_reason_code", "key", "sent_again");
            for (Damaged it : damaged) {
                csv.writeRecord(
                        it.file(),
                        String.valueOf(it.line()),
                        it.column(),
                        it.kind().name(),
                        it.kind().reasonCode(),
                        it.key(),
                        String.valueOf(it.sentAgain()));
            }
        }
    }

    private static List<String> deviation(Wholesale wholesale, Customer customer, Deviation deviation) {
        return List.of(
                customer.code(),
                deviation.kind().name(),
                deviation.onset().toString(),
                deviation.group(),
                deviation.kind().direction(),
                wholesale.name());
    }
}
