package org.offtake.sample.patterns;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** {@code contracts.csv}: what a customer has agreed to take in year two, at the pace it has when the year begins. */
final class ContractFile implements Closeable {
    private final CsvWriter csv;

    ContractFile(Path folder) throws IOException {
        csv = CsvWriter.builder().build(folder.resolve("contracts.csv"));
        csv.writeRecord("contract_no", "customer_id", "start_date", "end_date", "committed_value_eur");
    }

    void write(Buyer buyer, Rhythm rhythm) {
        buyer.commitment()
                .ifPresent(part -> csv.writeRecord(
                        String.format(Locale.ROOT, "K%05d", buyer.number()),
                        buyer.code(),
                        TwoYears.date(TwoYears.YEAR).toString(),
                        TwoYears.date(TwoYears.DAYS - 1).toString(),
                        LabelFiles.amount(part * buyer.expectedYear(rhythm.gapAfterYearOne()))));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
