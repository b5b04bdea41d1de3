package org.offtake.patterns.contract.score;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.offtake.patterns.contract.Contract;
import org.offtake.patterns.contract.Measure;
import org.offtake.patterns.contract.Taken;

/**
 * Labelled purchases, as far as contracts need them.
 *
 * @param orders one per order, ascending by date, by customer
 * @param segments by customer
 * @param left customers who had left before scoring
 */
public record LabelledSet(
        Map<String, List<Taken>> orders, Map<String, String> segments, List<Contract> contracts, Set<String> left) {

    /** Reads {@code orders.csv}, {@code customers.csv}, {@code contracts.csv} and {@code left_before_scoring.csv} of a folder. */
    public static LabelledSet read(Path folder) throws IOException {
        return read(
                folder.resolve("orders.csv"),
                folder.resolve("customers.csv"),
                folder.resolve("contracts.csv"),
                folder.resolve("left_before_scoring.csv"));
    }

    public static LabelledSet read(Path orders, Path customers, Path contracts, Path left) throws IOException {
        Map<String, String> segments = new TreeMap<>();
        for (NamedCsvRecord it : rows(customers)) {
            segments.put(it.getField("customer_id"), it.getField("segment"));
        }
        Set<String> gone = new HashSet<>();
        for (NamedCsvRecord it : rows(left)) {
            gone.add(it.getField("customer_id"));
        }
        List<Contract> agreed = new ArrayList<>();
        for (NamedCsvRecord it : rows(contracts)) {
            agreed.add(new Contract(
                    it.getField("contract_no"),
                    it.getField("customer_id"),
                    Measure.VALUE,
                    Double.parseDouble(it.getField("committed_value_eur")),
                    LocalDate.parse(it.getField("start_date")),
                    LocalDate.parse(it.getField("end_date")),
                    List.of()));
        }
        return new LabelledSet(orders(orders), segments, agreed, gone);
    }

    List<Taken> ordersOf(Contract contract) {
        return orders.getOrDefault(contract.customerId(), List.of());
    }

    private static Map<String, List<Taken>> orders(Path file) throws IOException {
        Map<String, Map<LocalDate, Taken>> days = new TreeMap<>();
        for (NamedCsvRecord it : rows(file)) {
            LocalDate day = LocalDate.parse(it.getField("order_date"));
            double quantity = Double.parseDouble(it.getField("quantity"));
            double value = quantity * Double.parseDouble(it.getField("unit_price_eur"));
            days.computeIfAbsent(it.getField("customer_id"), any -> new TreeMap<>())
                    .merge(
                            day,
                            new Taken(day, quantity, value),
                            (a, b) -> new Taken(day, a.quantity() + b.quantity(), a.value() + b.value()));
        }
        Map<String, List<Taken>> orders = new TreeMap<>();
        days.forEach((customer, taken) -> orders.put(customer, List.copyOf(taken.values())));
        return orders;
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }
}
