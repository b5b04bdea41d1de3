package org.offtake.etl.build;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the detector reads: customers with weekly orders of two product groups, some of whom stop; random words would hold no
 * pattern that could be left.
 */
final class PatternRows implements ChangingRows {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
    private static final int CUSTOMERS = 6;
    private static final String PARAMETERS = """
            {"rhythm": {"shape": %d, "rate": 30, "regularities": [{"k": 1, "weight": 0.3}, {"k": 4, "weight": 0.7}], "driftPerYear": 0.05,
              "closures": {"chanceByMonth": [0,0,0,0,0,0,0,0,0,0,0,0], "length": 14, "returns": 0.8, "shift": 10}},
             "mix": {"in": 3, "out": 2},
             "size": {"variance": 0.1, "certainty": 10, "odd": 0.02, "oddVariance": 2, "driftPerYear": 0.02},
             "clocks": {"usual": {"firstDay": 19000, "factors": [], "cycle": [1]}, "late": {"firstDay": 19000, "factors": [], "cycle": [0.5]}}}
            """;

    private final Shape shape;
    private final Vocabulary vocabulary;
    private final Random random;
    private final Map<String, Map<String, Object>> rows = new TreeMap<>();

    PatternRows(Shape shape, Vocabulary vocabulary) {
        this.shape = shape;
        this.vocabulary = vocabulary;
        this.random = vocabulary.random();
        switch (shape.table().name()) {
            case "fact_order_day" -> customers().forEach(this::orders);
            case "dim_party" ->
                customers()
                        .forEach(customer -> put(row(Map.of(
                                "party_id",
                                customer,
                                "durable_party_id",
                                customer,
                                "party_type",
                                "BUSINESS",
                                "segment",
                                "usual"))));
            case "closures" -> put(closure());
            default -> put(edition(0));
        }
    }

    private static Stream<String> customers() {
        return Stream.iterate(0, number -> number + 1).limit(CUSTOMERS).map(number -> "C" + number);
    }

    private void orders(String customer) {
        int days = random.nextBoolean() ? 500 : 350;
        for (int day = random.nextInt(7); day < days; day += 5 + random.nextInt(5)) {
            put(order(customer, day, "PAPER"));
            if (random.nextInt(4) > 0) {
                put(order(customer, day, "GLUE"));
            }
        }
    }

    private Map<String, Object> order(String customer, int day, String group) {
        return row(Map.of(
                "party_id",
                customer,
                "order_date",
                FIRST.plusDays(day),
                "product_group",
                group,
                "quantity",
                new BigDecimal(8 + random.nextInt(5)),
                "net_amount",
                new BigDecimal(80 + random.nextInt(50)),
                "currency_code",
                "EUR"));
    }

    /** Of one customer or of all; some closures are taken back by one of no effect. */
    private Map<String, Object> closure() {
        LocalDate from = FIRST.plusDays(100 + random.nextInt(300));
        Map<String, Object> row = row(Map.of(
                "closure_id",
                "closure " + random.nextInt(4),
                "of_system",
                "web_shop",
                "of_company",
                random.nextInt(4) == 0 ? "BE" : "NL",
                "party_id",
                "C" + random.nextInt(CUSTOMERS),
                "first_date",
                from,
                "last_date",
                from.plusDays(random.nextInt(60))));
        if (random.nextInt(4) == 0) {
            row.put("party_id", null);
        }
        return row;
    }

    private Map<String, Object> edition(int quarter) {
        LocalDate from = FIRST.plusDays(364 + 91L * quarter);
        return row(Map.of(
                "pattern_edition_id",
                "edition " + from,
                "of_system",
                "web_shop",
                "of_company",
                "NL",
                "valid_from_date",
                from,
                "parameters",
                PARAMETERS.formatted(2 + random.nextInt(5)),
                "fitted_at",
                Instant.EPOCH));
    }

    /** With values for the columns that nobody here reads. */
    private Map<String, Object> row(Map<String, Object> told) {
        Map<String, Object> row = new HashMap<>();
        Stream.of(shape.schema().fields()).forEach(column -> row.put(column.name(), vocabulary.of(column, false)));
        row.put("source_system", "web_shop");
        row.put("company_code", "NL");
        row.put("is_current", true);
        row.keySet().retainAll(List.of(shape.schema().fieldNames()));
        row.putAll(told);
        return row;
    }

    private void put(Map<String, Object> row) {
        List<String> names = shape.table().name().equals("dim_party") ? List.of("party_id") : shape.grain();
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

    /** There are enough for a pattern. */
    @Override
    public void grow() {}

    @Override
    public PatternRows change(int number) {
        for (int index = 0; index < number; index++) {
            switch (shape.table().name()) {
                case "fact_order_day" -> changeOrders();
                case "dim_party" -> changeCustomer();
                case "closures" -> put(closure());
                default -> put(edition(random.nextInt(3)));
            }
        }
        return this;
    }

    /** Some customers order once more, later than ever. */
    PatternRows goOn(int days) {
        lastDays().forEach((customer, date) -> {
            if (random.nextInt(3) > 0) {
                long day = ChronoUnit.DAYS.between(FIRST, date) + days + random.nextInt(days);
                put(order(customer, Math.toIntExact(day), random.nextBoolean() ? "PAPER" : "GLUE"));
            }
        });
        return this;
    }

    /** What all customers ordered on their last day is withdrawn. */
    PatternRows withdrawLast() {
        Map<String, LocalDate> last = lastDays();
        rows.values()
                .removeIf(row -> Objects.equals(row.get("order_date"), last.get(String.valueOf(row.get("party_id")))));
        return this;
    }

    /** The rows are these again. */
    PatternRows restore(Collection<Map<String, Object>> all) {
        rows.clear();
        all.forEach(this::put);
        return this;
    }

    private Map<String, LocalDate> lastDays() {
        return rows.values().stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.get("party_id")),
                        row -> (LocalDate) row.get("order_date"),
                        (left, right) -> left.isAfter(right) ? left : right,
                        TreeMap::new));
    }

    /** Late orders, withdrawn ones, other quantities, orders that were another customer's, and customers who stop. */
    private void changeOrders() {
        String name = List.copyOf(rows.keySet()).get(random.nextInt(rows.size()));
        Map<String, Object> row = new HashMap<>(rows.getOrDefault(name, Map.of()));
        switch (random.nextInt(5)) {
            case 0 ->
                put(order(
                        "C" + random.nextInt(CUSTOMERS), random.nextInt(520), random.nextBoolean() ? "PAPER" : "GLUE"));
            case 1 -> rows.remove(name);
            case 2 -> {
                row.put("quantity", new BigDecimal(1 + random.nextInt(200)));
                put(row);
            }
            case 3 -> {
                rows.remove(name);
                row.put("party_id", "C" + random.nextInt(CUSTOMERS));
                put(row);
            }
            default -> stop(String.valueOf(row.get("party_id")), FIRST.plusDays(300 + random.nextInt(200)));
        }
    }

    private void stop(String customer, LocalDate day) {
        rows.values()
                .removeIf(row -> customer.equals(row.get("party_id"))
                        && row.get("order_date") instanceof LocalDate date
                        && date.isAfter(day));
    }

    /** Another segment, a consumer, or a customer who goes by another's number now. */
    private void changeCustomer() {
        String customer = "C" + random.nextInt(CUSTOMERS);
        boolean merges = random.nextInt(3) == 0;
        put(row(Map.of(
                "party_id",
                customer,
                "durable_party_id",
                merges ? "C" + random.nextInt(CUSTOMERS) : customer,
                "party_type",
                random.nextInt(4) == 0 ? "CONSUMER" : "BUSINESS",
                "segment",
                random.nextBoolean() ? "usual" : "late")));
    }
}
