package org.offtake.patterns.backtest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.offtake.patterns.detect.OrderDay;

/**
 * Orders of the daily files of UCI Online Retail: InvoiceNo, StockCode, Quantity, InvoiceDate, UnitPrice, CustomerID.
 * Lines without a customer, credit notes and lines without money are left out; all articles are one product group.
 *
 * @param folder of the daily CSV files
 */
public record RetailFiles(Path folder) {
    private static final String GOODS = "goods";

    /** Deviations planted by a seed. */
    public LabelledSet plant(long seed) {
        Map<String, TreeMap<Integer, Double>> quantities = new HashMap<>();
        Map<String, TreeMap<Integer, Double>> values = new HashMap<>();
        for (Path file : files()) {
            read(file, quantities, values);
        }
        Map<String, List<OrderDay>> orders = new HashMap<>();
        quantities.forEach((customer, days) -> {
            List<OrderDay> list = new ArrayList<>();
            days.forEach((day, quantity) -> list.add(new OrderDay(day, Map.of(GOODS, quantity))));
            orders.put(customer, list);
        });
        return Injection.plant(orders, values, seed);
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            throw new LabelledFileException(folder + " is no folder: name that of the daily files");
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(
                            file -> String.valueOf(file.getFileName()).endsWith(".csv"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new LabelledFileException(folder + " holds no .csv file: name the folder of the daily files");
            }
            return files;
        } catch (IOException unreadable) {
            throw new LabelledFileException(folder + " cannot be read: " + unreadable);
        }
    }

    private static void read(
            Path file, Map<String, TreeMap<Integer, Double>> quantities, Map<String, TreeMap<Integer, Double>> values) {
        long line = 1;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : reader) {
                line = row.getStartingLineNumber();
                String customer = row.getField("CustomerID").replaceFirst("\\.0$", "");
                double quantity = Double.parseDouble(row.getField("Quantity"));
                double price = Double.parseDouble(row.getField("UnitPrice"));
                if (customer.isBlank() || quantity <= 0 || price <= 0) {
                    continue;
                }
                int day = Math.toIntExact(
                        LocalDate.parse(row.getField("InvoiceDate").substring(0, 10))
                                .toEpochDay());
                quantities.computeIfAbsent(customer, ignored -> new TreeMap<>()).merge(day, quantity, Double::sum);
                values.computeIfAbsent(customer, ignored -> new TreeMap<>()).merge(day, quantity * price, Double::sum);
            }
        } catch (IOException | UncheckedIOException failure) {
            throw new LabelledFileException(file + " cannot be read: " + failure.getMessage());
        } catch (RuntimeException wrong) {
            throw new LabelledFileException(
                    file + ", line " + line + ": " + wrong.getMessage() + "; correct the line, or take the file out");
        }
    }
}
