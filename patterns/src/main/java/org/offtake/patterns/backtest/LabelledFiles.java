package org.offtake.patterns.backtest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.offtake.patterns.backtest.LabelledSet.Customer;
import org.offtake.patterns.backtest.LabelledSet.Deviation;
import org.offtake.patterns.backtest.LabelledSet.Period;
import org.offtake.patterns.detect.Kind;
import org.offtake.patterns.detect.OrderDay;

/**
 * The files of a labelled set: comma-separated, UTF-8, a line of names first.
 *
 * @param orders order_date, customer_id, product_group, quantity, unit_price_eur; a line each
 * @param customers customer_id, segment, account_manager
 * @param deviations customer_id, kind, onset_date, direction (UP or DOWN)
 * @param excluded customer_id
 */
public record LabelledFiles(Path orders, Path customers, Path deviations, Path excluded) {
    /** @throws LabelledFileException naming file, line and what is wrong with it */
    public LabelledSet read() {
        Map<String, TreeMap<Integer, Map<String, Double>>> days = new HashMap<>();
        Map<String, TreeMap<Integer, Double>> values = new HashMap<>();
        each(orders, row -> {
            String customer = row.getField("customer_id");
            int day = day(row, "order_date");
            double quantity = number(row, "quantity");
            days.computeIfAbsent(customer, ignored -> new TreeMap<>())
                    .computeIfAbsent(day, ignored -> new HashMap<>())
                    .merge(row.getField("product_group"), quantity, Double::sum);
            values.computeIfAbsent(customer, ignored -> new TreeMap<>())
                    .merge(day, quantity * number(row, "unit_price_eur"), Double::sum);
        });
        if (days.isEmpty()) {
            throw new LabelledFileException(orders + " holds no order");
        }
        Period period = period(days.values());
        Map<String, Customer> known = new TreeMap<>();
        each(customers, row -> {
            String id = row.getField("customer_id");
            known.put(
                    id,
                    new Customer(
                            id,
                            row.getField("segment"),
                            row.getField("account_manager"),
                            values.getOrDefault(id, new TreeMap<>()).headMap(period.scoredFrom()).values().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .sum(),
                            orderDays(days.getOrDefault(id, new TreeMap<>()))));
        });
        List<String> strangers = days.keySet().stream()
                .filter(id -> !known.containsKey(id))
                .sorted()
                .toList();
        if (!strangers.isEmpty()) {
            throw new LabelledFileException(orders + ": " + strangers.size() + " customers, such as " + strangers.get(0)
                    + ", are not in " + customers);
        }
        Map<String, Deviation> labels = new TreeMap<>();
        each(
                deviations,
                row -> labels.put(
                        row.getField("customer_id"),
                        new Deviation(
                                row.getField("customer_id"),
                                row.getField("kind"),
                                day(row, "onset_date"),
                                direction(row))));
        Set<String> gone = new HashSet<>();
        each(excluded, row -> gone.add(row.getField("customer_id")));
        return new LabelledSet(known, labels, gone, period);
    }

    private Period period(Collection<TreeMap<Integer, Map<String, Double>>> days) {
        int first = days.stream().mapToInt(TreeMap::firstKey).min().orElseThrow();
        int last = days.stream().mapToInt(TreeMap::lastKey).max().orElseThrow();
        try {
            return Period.of(first, last);
        } catch (IllegalArgumentException tooShort) {
            throw new LabelledFileException(orders + " goes from " + LocalDate.ofEpochDay(first) + " to "
                    + LocalDate.ofEpochDay(last) + ": a year teaches, and what follows it is scored");
        }
    }

    private static List<OrderDay> orderDays(TreeMap<Integer, Map<String, Double>> days) {
        List<OrderDay> orders = new ArrayList<>();
        days.forEach((day, groups) -> {
            groups.values().removeIf(quantity -> quantity <= 0);
            orders.add(new OrderDay(day, groups));
        });
        return orders;
    }

    private static void each(Path file, Consumer<NamedCsvRecord> consumer) {
        long line = 1;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : reader) {
                line = row.getStartingLineNumber();
                consumer.accept(row);
            }
        } catch (IOException | java.io.UncheckedIOException failure) {
            throw new LabelledFileException(file + " cannot be read: " + failure.getMessage());
        } catch (de.siegmar.fastcsv.reader.CsvParseException
                | java.util.NoSuchElementException
                | IllegalArgumentException wrong) {
            throw new LabelledFileException(file + ", line " + line + ": " + wrong.getMessage());
        }
    }

    private static int day(NamedCsvRecord row, String column) {
        try {
            return Math.toIntExact(LocalDate.parse(row.getField(column)).toEpochDay());
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    column + " is '" + row.getField(column) + "', not a date such as 2024-12-31", wrong);
        }
    }

    private static double number(NamedCsvRecord row, String column) {
        double value = Double.parseDouble(row.getField(column));
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(column + " is " + value);
        }
        return value;
    }

    private static Kind.Direction direction(NamedCsvRecord row) {
        return Kind.Direction.valueOf(row.getField("direction"));
    }
}
