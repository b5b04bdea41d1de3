package org.offtake.etl.build;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/**
 * The values that random rows are made of: few ids, dates and words, so that rows meet, move and compete.
 *
 * @param ids how many things of a kind there are
 * @param select the SELECT that is to read the rows: of many kinds of signal those are drawn that it names
 */
record Vocabulary(Random random, int ids, String select) {
    /** So few that rows of two tables meet. */
    static final int FEW = 3;

    /** So many that most are mentioned once. */
    static final int MANY = 30;

    private static final int NAMES = 16;

    /** Rows of which several are compared with each other. */
    private static final Map<String, Integer> NAMES_OF = Map.of("order_line_id", MANY);

    /** Columns that are empty more often than not. */
    private static final Set<String> OFTEN_NULL =
            Set.of("cancelled_at", "contract_line_id", "product_id", "quote_line_id", "reason_code");

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    private static final LocalDate END = LocalDate.of(9999, 12, 31);
    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(2023, 1, 31),
            LocalDate.of(2023, 2, 1),
            LocalDate.of(2023, 2, 20),
            LocalDate.of(2023, 5, 5),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 2, 29));
    private static final Map<String, List<LocalDate>> DATES_OF = Map.ofEntries(
            Map.entry(
                    "as_of_date",
                    List.of(
                            LocalDate.of(2023, 4, 30),
                            LocalDate.of(2023, 12, 31),
                            LocalDate.of(2024, 1, 1),
                            LocalDate.of(2024, 2, 25))),
            Map.entry("valid_from_date", List.of(BEGINNING, BEGINNING, LocalDate.of(2023, 2, 10))),
            Map.entry("valid_to_date", List.of(END, END, LocalDate.of(2023, 4, 1))),
            Map.entry("first_date", List.of(LocalDate.of(2023, 1, 1))),
            Map.entry("since_date", List.of(LocalDate.of(2023, 1, 31), LocalDate.of(2023, 2, 1))),
            Map.entry(
                    "raised_date",
                    List.of(LocalDate.of(2023, 1, 31), LocalDate.of(2023, 2, 1), LocalDate.of(2023, 2, 20))),
            Map.entry(
                    "alarm_date",
                    List.of(LocalDate.of(2023, 5, 5), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 29))),
            Map.entry(
                    "promised_date",
                    List.of(LocalDate.of(2023, 1, 31), LocalDate.of(2023, 2, 1), LocalDate.of(2023, 5, 5))),
            Map.entry(
                    "start_date",
                    List.of(LocalDate.of(2023, 1, 31), LocalDate.of(2023, 1, 31), LocalDate.of(2023, 2, 20))),
            Map.entry(
                    "end_date",
                    List.of(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 2, 29), LocalDate.of(2023, 5, 5))),
            Map.entry("last_date", List.of(LocalDate.of(2024, 3, 3), LocalDate.of(2024, 3, 10))));
    private static final String SIGNAL_KIND = "signal_kind";
    private static final List<String> SIGNAL_KINDS = List.of(
            "CREDITS_HIGH",
            "DELIVERED_LATE",
            "DISCOUNT",
            "LIST_PRICE",
            "NOT_CALLED_OFF",
            "NO_ORDER",
            "ORDER_TWICE",
            "QUANTITY_IMPLAUSIBLE",
            "QUOTE_EXPIRES",
            "REFERENCE_TWICE",
            "CONTACT_SPIKE",
            "CREDIT_TO_COME",
            "REPLY_LATE",
            "CREDIT_UNLINKED",
            "INVOICED_QUANTITY",
            "NOT_INVOICED",
            "NUMBER_MISSING");
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("source_system", List.of("web_shop")),
            Map.entry("of_system", List.of("web_shop")),
            Map.entry("of_company", List.of("NL", "NL", "NL", "BE")),
            Map.entry("event", List.of("RAISED", "CLOSED", "WITHDRAWN")),
            Map.entry("followup_status", List.of("ACKNOWLEDGED", "ACTED", "DONE", "NOT_YET")),
            Map.entry("company_code", List.of("NL", "NL", "NL", "BE")),
            Map.entry("currency_code", List.of("EUR", "EUR", "EUR", "USD")),
            Map.entry("invoice_type", List.of("INVOICE", "CREDIT_NOTE")),
            Map.entry("movement_type", List.of("WRITE_OFF", "WRITE_OFF", "SALE")),
            Map.entry("order_type", List.of("STANDARD", "STANDARD", "STANDARD", "RETURN")),
            Map.entry("order_status", List.of("CONFIRMED", "CANCELLED")),
            Map.entry("contract_kind", List.of("QUANTITY", "VALUE", "RATE_ONLY")),
            Map.entry("text_part", List.of("STOPPED", "UNKNOWN", "STAKE", "MORE", "CREDIT_TO_COME", "NO_CUSTOMER")),
            Map.entry(SIGNAL_KIND, List.of("CREDIT_TO_COME", "NUMBER_MISSING")),
            Map.entry("rule_code", List.of("D21", "D26", "D41", "D44")),
            Map.entry("customer_reference", List.of("PO 7")),
            Map.entry("category", List.of("one", "one", "one", "two")),
            Map.entry("product_group", List.of("one", "one", "one", "two")),
            Map.entry("unit", List.of("BOX", "BOX", "BOX", "PIECE")),
            Map.entry("priority", List.of("HIGH", "NORMAL")),
            Map.entry("episode_kind", List.of("STOPPED", "FASTER")),
            Map.entry("ticket_type", List.of("COMPLAINT", "QUESTION")),
            Map.entry("state", List.of("live", "refused")));
    private static final Map<String, List<Long>> NUMBERS = Map.of(
            "iso_weekday", List.of(6L, 7L, 7L),
            "days_elapsed", List.of(20L, 40L, 80L),
            "days_total", List.of(100L, 365L),
            "day_number", List.of(1L, 2L),
            "product_key", List.of(0L, 1L, 2L, 3L),
            "keep_days", List.of(2L, 40L),
            "window_days", List.of(1L, 800L, 800L),
            "least_count", List.of(0L, 1L));
    private static final Map<String, List<Integer>> AMOUNTS = Map.of(
            "threshold", List.of(0, 1, 3),
            "floor_amount", List.of(0, 0, 1),
            "sum_amount", List.of(0, 0, 4));
    /** What most rows say, so that not too many are left out. */
    private static final Map<String, List<Boolean>> FLAGS = Map.of(
            "is_current", List.of(true, true, true, false),
            "is_deleted", List.of(false, false, false, true),
            "is_blocked", List.of(false, false, false, true),
            "is_cancelled", List.of(false, false, false, true));
    /** Columns that speak of the same things under another name. */
    private static final Map<String, String> THING = Map.ofEntries(
            Map.entry("rep_id", "employee_id"),
            Map.entry("manager_id", "employee_id"),
            Map.entry("rep_key", "employee_key"),
            Map.entry("from_location_id", "location_id"),
            Map.entry("to_location_id", "location_id"),
            Map.entry("merged_party_id", "party_id"),
            Map.entry("durable_party_id", "party_id"),
            Map.entry("content", "content_id"),
            Map.entry("_content", "content_id"));

    /** How many of five rows say nothing of an optional column. */
    int nullsOfFive(String column) {
        if (column.startsWith("_deleted")) {
            return 4;
        }
        return OFTEN_NULL.contains(column) ? 3 : 1;
    }

    /**
     * A value of a column.
     *
     * @param names whether it names the row; there are more names of rows than of the things they refer to
     */
    Object of(StructField column, boolean names) {
        String name = column.name();
        DataType type = column.dataType();
        return switch (type.typeName()) {
            case "string" -> text(name, names ? Math.max(ids, NAMES_OF.getOrDefault(name, 2 * FEW)) : ids);
            case "date" -> one(DATES_OF.getOrDefault(name, DATES));
            case "timestamp" -> one(DATES).atTime(9 + random.nextInt(2), 0).toInstant(ZoneOffset.UTC);
            case "long" ->
                names && !NUMBERS.containsKey(name)
                        ? (Long) (long) random.nextInt(NAMES)
                        : one(NUMBERS.getOrDefault(name, List.of(0L, 1L, 2L, 3L)));
            case "integer" -> random.nextInt(FEW);
            case "double" -> (double) random.nextInt(10);
            case "boolean" -> one(FLAGS.getOrDefault(name, List.of(true, false)));
            case "struct" -> RowFactory.create(id("content_id", ids), (long) random.nextInt(FEW), 1L);
            default -> AMOUNTS.containsKey(name) ? BigDecimal.valueOf(one(AMOUNTS.get(name))) : decimal(type);
        };
    }

    private String text(String name, int most) {
        String thing = THING.getOrDefault(name, name);
        return thing.endsWith("_id") ? id(thing, most) : one(words(name));
    }

    private List<String> words(String name) {
        List<String> named = SIGNAL_KINDS.stream()
                .filter(kind -> name.equals(SIGNAL_KIND) && select.contains("'" + kind + "'"))
                .toList();
        return named.isEmpty() ? WORDS.getOrDefault(name, List.of("one", "two", "three")) : named;
    }

    private String id(String thing, int most) {
        return thing.substring(0, 2) + random.nextInt(most);
    }

    private BigDecimal decimal(DataType type) {
        if (!type.typeName().startsWith("decimal")) {
            throw new IllegalArgumentException("no value of type " + type);
        }
        int number = 1 + random.nextInt(9);
        return new BigDecimal(random.nextInt(5) == 0 ? -number : number);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
