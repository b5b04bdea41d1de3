package org.offtake.sample.drop;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which records are to be damaged, and which were.
 *
 * <p>A record that carries money of a document is damaged only where a later file sends it again in good order, so that
 * in the end every total still agrees; what is lost for good is a movement or a ticket.
 */
public final class DamageLedger {
    /** Damage that strikes the first suitable record on or after its day. */
    record Planned(String system, String table, String column, DamageKind kind, LocalDate due, boolean healing) {}

    private final List<Planned> open = new ArrayList<>();
    private final List<Damaged> done = new ArrayList<>();

    public DamageLedger(LocalDate storyDay) {
        LocalDate day = storyDay.minusDays(95);
        for (int round = 0; round < 3; round++, day = day.plusDays(27)) {
            add("wholesale", "order_lines", "", DamageKind.TOO_SHORT, day, true);
            add("wholesale", "order_lines", "Prijs", DamageKind.WRONG_DECIMAL, day.plusDays(2), true);
            add("wholesale", "order_lines", "Aantal", DamageKind.TEXT_QUANTITY, day.plusDays(5), true);
            add("wholesale", "order_lines", "Artikel", DamageKind.UNKNOWN_PRODUCT, day.plusDays(7), false);
            add("wholesale", "orders", "Klantnr", DamageKind.MISSING_CUSTOMER, day.plusDays(9), true);
            add("wholesale", "orders", "Gewenste datum", DamageKind.MONTH_13, day.plusDays(12), true);
            add("wholesale", "invoices", "", DamageKind.DUPLICATE, day.plusDays(14), false);
            add("wholesale", "stock_movements", "Aantal", DamageKind.TEXT_QUANTITY, day.plusDays(16), false);
            add("wholesale", "tickets", "Klantnr", DamageKind.MISSING_CUSTOMER, day.plusDays(19), true);
            add("webshop", "order_lines", "quantity", DamageKind.TEXT_QUANTITY, day.plusDays(3), true);
            add("webshop", "orders", "", DamageKind.DUPLICATE, day.plusDays(6), false);
            add("webshop", "stock_movements", "unitCost", DamageKind.WRONG_DECIMAL, day.plusDays(10), false);
            add("boutique", "stock_movements", "Quantity", DamageKind.TEXT_QUANTITY, day.plusDays(4), false);
            add("boutique", "repairs", "Promised Date", DamageKind.MONTH_13, day.plusDays(11), false);
        }
    }

    /** What was damaged, in the order of writing. */
    public List<Damaged> done() {
        return Collections.unmodifiableList(done);
    }

    /** The damage this record has to take, taken off the plan. */
    Optional<Planned> strike(String system, Row row) {
        for (int i = 0; i < open.size(); i++) {
            Planned planned = open.get(i);
            if (planned.system().equals(system) && suits(planned, row)) {
                open.remove(i);
                return Optional.of(planned);
            }
        }
        return Optional.empty();
    }

    void note(Path file, int line, Planned planned, Row row) {
        String name = file.getFileName().toString();
        done.add(new Damaged(
                planned.system() + "/" + name, line, planned.column(), planned.kind(), row.key(), row.sentAgain()));
    }

    /** The record's values as they are written. */
    static List<Object> damagedValues(Planned planned, Row row, Dialect dialect) {
        List<Object> values = new ArrayList<>(row.values());
        if (planned.kind() == DamageKind.TOO_SHORT) {
            return List.copyOf(values.subList(0, values.size() - 4));
        }
        if (planned.kind() == DamageKind.DUPLICATE) {
            return List.copyOf(values);
        }
        values.set(row.table().indexOf(planned.column()), badValue(planned.kind(), dialect));
        return List.copyOf(values);
    }

    private static Object badValue(DamageKind kind, Dialect dialect) {
        return switch (kind) {
            case WRONG_DECIMAL -> dialect.wrongDecimal();
            case TEXT_QUANTITY -> "zie pakbon";
            case MONTH_13 -> "21-13-2026";
            case UNKNOWN_PRODUCT -> "ONBEKEND-9";
            case MISSING_CUSTOMER -> "";
            case TOO_SHORT, DUPLICATE -> throw new IllegalArgumentException(kind + " is not damage to one value");
        };
    }

    private static boolean suits(Planned planned, Row row) {
        return row.table().name().equals(planned.table())
                && !row.landing().isBefore(planned.due())
                && (row.sentAgain() || !planned.healing())
                && (planned.column().isEmpty()
                        || !row.values()
                                .get(row.table().indexOf(planned.column()))
                                .equals(""));
    }

    private void add(String system, String table, String column, DamageKind kind, LocalDate due, boolean healing) {
        open.add(new Planned(system, table, column, kind, due, healing));
    }
}
