package org.offtake.sample.wholesale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offtake.sample.chance.DemandClock;
import org.offtake.sample.chance.Dice;
import org.offtake.sample.chance.DutchCalendar;

/** One year of a customer's contract: what was committed, derived from the customer's own pace at signing. */
record Agreement(String number, Customer customer, String kind, LocalDate start, LocalDate end, List<Term> terms) {

    /**
     * One line of the contract.
     *
     * @param product the product, or none when the whole group is covered
     * @param committed units for a QUANTITY contract, EUR for a VALUE contract, zero for RATE_ONLY
     * @param price agreed price in EUR a unit; zero when the line covers a group
     */
    record Term(int line, Optional<Product> product, String group, BigDecimal committed, BigDecimal price) {}

    /** A month of a commitment. */
    record Bucket(LocalDate start, LocalDate end, BigDecimal committed) {}

    private static final double OPEN_SHARE = 0.97;

    Agreement {
        terms = List.copyOf(terms);
    }

    /** The contract in force on a day, if the customer has one. */
    static Optional<Agreement> inForce(Customer customer, LocalDate day, long seed) {
        return customer.contract().flatMap(terms -> {
            LocalDate start = LocalDate.of(day.getYear(), terms.month(), 1);
            return startingOn(customer, start.isAfter(day) ? start.minusYears(1) : start, seed);
        });
    }

    /** The contract that begins on a day, if one does. */
    static Optional<Agreement> startingOn(Customer customer, LocalDate start, long seed) {
        boolean begins = customer.contract()
                .filter(it -> it.month() == start.getMonthValue() && start.getDayOfMonth() == 1)
                .isPresent();
        boolean gone = customer.endsEarly().filter(end -> end.isBefore(start)).isPresent();
        if (!begins || gone || customer.since().isAfter(start)) {
            return Optional.empty();
        }
        return customer.contract().map(it -> made(customer, it, start, seed));
    }

    /** The line that covers a product. */
    Optional<Term> covering(Product product) {
        return terms.stream()
                .filter(it ->
                        it.product().map(product::equals).orElse(it.group().equals(product.group())))
                .findFirst();
    }

    /** The commitment of a line month by month, by open days and season; adds up to the commitment exactly. */
    List<Bucket> buckets(Term term) {
        double[] weights = new double[12];
        double sum = 0;
        for (int month = 0; month < 12; month++) {
            LocalDate first = start.plusMonths(month);
            weights[month] = first.datesUntil(first.plusMonths(1))
                    .filter(DutchCalendar::isWorkingDay)
                    .mapToDouble(Wholesale::season)
                    .sum();
            sum += weights[month];
        }
        List<Bucket> buckets = new ArrayList<>();
        BigDecimal given = BigDecimal.ZERO;
        double until = 0;
        int digits = term.committed().scale();
        for (int month = 0; month < 12; month++) {
            until += weights[month];
            BigDecimal due = month == 11
                    ? term.committed()
                    : BigDecimal.valueOf(term.committed().doubleValue() * until / sum)
                            .setScale(digits, RoundingMode.HALF_UP);
            LocalDate first = start.plusMonths(month);
            buckets.add(new Bucket(first, first.plusMonths(1).minusDays(1), due.subtract(given)));
            given = due;
        }
        return buckets;
    }

    private static Agreement made(Customer customer, Customer.ContractTerms agreed, LocalDate start, long seed) {
        Dice dice = Dice.of(seed, "wholesale contract", customer.number(), start.getYear());
        double ordersAYear = 365
                / customer.meanGapDays()
                * OPEN_SHARE
                * DemandClock.growth(start.plusMonths(6), Wholesale.YEARLY_GROWTH);
        double ambition = dice.between(0.82, 0.98);
        List<Habit> covered = customer.habits().stream()
                .filter(it -> it.product().group().equals(agreed.group()))
                .toList();
        List<Term> terms = new ArrayList<>();
        double value = 0;
        for (Habit habit : covered) {
            BigDecimal price = price(habit.product(), customer, start);
            double units = ordersAYear * habit.chanceInOrder() * habit.meanQuantity() * ambition;
            value += units * price.doubleValue();
            BigDecimal committed = agreed.kind().equals("QUANTITY") ? rounded(units, 10, 0) : BigDecimal.ZERO;
            terms.add(new Term(terms.size() + 1, Optional.of(habit.product()), agreed.group(), committed, price));
        }
        if (agreed.kind().equals("VALUE")) {
            terms.clear();
            terms.add(new Term(1, Optional.empty(), agreed.group(), rounded(value, 100, 2), BigDecimal.ZERO));
        }
        String number = "C" + start.getYear() + "-" + customer.code();
        return new Agreement(
                number, customer, agreed.kind(), start, start.plusYears(1).minusDays(1), terms);
    }

    private static BigDecimal price(Product product, Customer customer, LocalDate start) {
        return product.listPrice(start.getYear())
                .multiply(BigDecimal.valueOf(95L - customer.discountPercent()))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal rounded(double amount, int to, int digits) {
        return BigDecimal.valueOf(Math.max(1, Math.round(amount / to)) * to).setScale(digits);
    }
}
