package org.offtake.etl.build;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the projection of contracts reads: the customers of {@link PatternRows}, each with a contract for the same article in two
 * years, and what is ordered on it by week, of some customers too little.
 */
final class ContractRows implements ChangingRows {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
    private static final int CUSTOMERS = 6;
    private static final int DAYS = 364;
    private static final int YEARS = 2;

    private final Shape shape;
    private final Vocabulary vocabulary;
    private final Random random;
    private final Map<String, Map<String, Object>> rows = new TreeMap<>();

    ContractRows(Shape shape, Vocabulary vocabulary) {
        this.shape = shape;
        this.vocabulary = vocabulary;
        this.random = vocabulary.random();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            for (int year = 0; year < YEARS; year++) {
                if (isContract()) {
                    put(contract(customer, year, 520));
                } else {
                    calledOff(customer, year);
                }
            }
        }
    }

    static boolean holds(Shape shape) {
        return Stream.of("dim_contract_line", "fact_contract_order_day")
                .anyMatch(shape.table().name()::equals);
    }

    private boolean isContract() {
        return shape.table().name().equals("dim_contract_line");
    }

    private void calledOff(int customer, int year) {
        int weeks = random.nextBoolean() ? 51 : 25;
        for (int week = 0; week < weeks; week++) {
            put(order(line(customer, year), FIRST.plusDays((long) DAYS * year).plusWeeks(week), 8 + random.nextInt(5)));
        }
    }

    private static String line(int customer, int year) {
        return "L" + customer + "-" + year;
    }

    private String anyLine() {
        return line(random.nextInt(CUSTOMERS), random.nextInt(YEARS));
    }

    private Map<String, Object> contract(int customer, int year, int committed) {
        LocalDate start = FIRST.plusDays((long) DAYS * year);
        return row(Map.of(
                "contract_line_id",
                line(customer, year),
                "party_id",
                "C" + customer,
                "contract_kind",
                "QUANTITY",
                "product_id",
                "P1",
                "unit",
                "BOX",
                "committed_quantity",
                new BigDecimal(committed),
                "start_date",
                start,
                "end_date",
                start.plusDays(DAYS - 1L),
                "is_current",
                true));
    }

    private Map<String, Object> order(String line, LocalDate date, int quantity) {
        return row(Map.of(
                "party_id",
                "C" + line.charAt(1),
                "contract_line_id",
                line,
                "order_date",
                date,
                "taken",
                new BigDecimal(quantity)));
    }

    /** With values for the columns that nobody here reads. */
    private Map<String, Object> row(Map<String, Object> told) {
        Map<String, Object> row = new HashMap<>();
        Stream.of(shape.schema().fields()).forEach(column -> row.put(column.name(), vocabulary.of(column, false)));
        row.put("source_system", "web_shop");
        row.put("company_code", "NL");
        row.putAll(told);
        return row;
    }

    private void put(Map<String, Object> row) {
        List<String> names = isContract() ? List.of("contract_line_id") : shape.grain();
        rows.put(names.stream().map(name -> String.valueOf(row.get(name))).collect(Collectors.joining("/")), row);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Collection<Map<String, Object>> accepted() {
        return rows.values();
    }

    /** There are enough for a contract that ends short. */
    @Override
    public void grow() {}

    @Override
    public ContractRows change(int number) {
        IntStream.range(0, number).forEach(any -> {
            if (isContract()) {
                changeContract();
            } else {
                changeOrders();
            }
        });
        return this;
    }

    /** Another commitment, a line that is another customer's, and one that is gone. */
    private void changeContract() {
        int customer = random.nextInt(CUSTOMERS);
        int year = random.nextInt(YEARS);
        Map<String, Object> row = contract(customer, year, 300 + random.nextInt(300));
        switch (random.nextInt(4)) {
            case 0 -> rows.remove(line(customer, year));
            case 1 -> {
                row.put("party_id", "C" + random.nextInt(CUSTOMERS));
                put(row);
            }
            default -> put(row);
        }
    }

    /** Late orders, withdrawn ones, other quantities, orders of a line that is another customer's now, and lines on which nothing more comes. */
    private void changeOrders() {
        String name = List.copyOf(rows.keySet()).get(random.nextInt(rows.size()));
        Map<String, Object> row = new HashMap<>(rows.getOrDefault(name, Map.of()));
        switch (random.nextInt(5)) {
            case 0 -> put(order(anyLine(), FIRST.plusDays(random.nextInt(YEARS * DAYS)), 1 + random.nextInt(60)));
            case 1 -> rows.remove(name);
            case 2 -> {
                row.put("taken", new BigDecimal(1 + random.nextInt(200)));
                put(row);
            }
            case 3 -> {
                rows.remove(name);
                row.put("party_id", "C" + random.nextInt(CUSTOMERS));
                put(row);
            }
            default -> {
                String line = anyLine();
                LocalDate day = FIRST.plusDays(200 + random.nextInt(400));
                rows.values()
                        .removeIf(it -> line.equals(it.get("contract_line_id"))
                                && it.get("order_date") instanceof LocalDate date
                                && date.isAfter(day));
            }
        }
    }
}
