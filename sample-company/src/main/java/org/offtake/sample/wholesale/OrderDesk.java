package org.offtake.sample.wholesale;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offtake.sample.chance.Dice;
import org.offtake.sample.chance.DutchCalendar;
import org.offtake.sample.chance.Numbers;

/** Takes in what a customer orders on a day. */
final class OrderDesk {
    private static final double SIZE_SPREAD = 0.35;
    private static final double STILL_TAKEN = 0.1;

    private final long seed;
    private final Numbers numbers;

    OrderDesk(long seed, Numbers numbers) {
        this.seed = seed;
        this.numbers = numbers;
    }

    /** The order; {@code placeInDay} counts the day's orders from zero. */
    Order order(Customer customer, LocalDate day, int placeInDay) {
        Dice dice = Dice.of(seed, "wholesale order", customer.number(), day.toEpochDay());
        OffsetDateTime entered = DutchCalendar.at(day, dice.between(8 * 3600, 16 * 3600));
        boolean overnight = customer.channel().equals("EDI");
        int early = overnight ? dice.between(600, 7 * 3600) : dice.between(7 * 3600, 8 * 3600 - 1);
        OffsetDateTime received = DutchCalendar.at(day, early);
        LocalDate yesterday = day.minusDays(1);
        if (DutchCalendar.isClockChange(yesterday) && placeInDay < 2) {
            overnight = true;
            received = DutchCalendar.halfPastTwo(yesterday, placeInDay == 1);
        }
        LocalDate promised = DutchCalendar.workingDaysAfter(day, dice.between(2, 3));
        LocalDate requested = dice.chance(0.7) ? promised : DutchCalendar.workingDaysAfter(day, 2);
        boolean quoted = dice.chance(0.08);
        return new Order(
                numbers.next("VO", day),
                customer,
                day,
                received,
                entered,
                entered.plusMinutes(dice.between(5, 60)),
                requested,
                promised,
                overnight ? "EDI" : customer.channel(),
                quoted ? numbers.next("OF", day) : "",
                lines(dice, customer, day));
    }

    private List<Order.Line> lines(Dice dice, Customer customer, LocalDate day) {
        Optional<Agreement> agreement = Agreement.inForce(customer, day, seed);
        List<Order.Line> lines = new ArrayList<>();
        for (Habit habit : customer.habits()) {
            double drawn = dice.between(0.0, 1.0);
            double size = dice.lognormal(SIZE_SPREAD);
            boolean offContract = dice.chance(0.05);
            if (drawn < habit.chanceInOrder() * appetite(customer, habit, day)) {
                Optional<Agreement> used = offContract ? Optional.empty() : agreement;
                lines.add(line(lines.size() + 1, habit, quantity(customer, habit, day, size), customer, day, used));
            }
        }
        if (lines.isEmpty()) {
            Habit usual = customer.habits().stream()
                    .filter(it -> appetite(customer, it, day) == 1)
                    .findFirst()
                    .orElseThrow();
            int quantity = quantity(customer, usual, day, dice.lognormal(SIZE_SPREAD));
            lines.add(line(1, usual, quantity, customer, day, agreement));
        }
        return lines;
    }

    private static double appetite(Customer customer, Habit habit, LocalDate day) {
        boolean itsGroup = isDeviatingGroup(customer, habit);
        if (itsGroup && customer.deviates(Deviation.Kind.MIX_DROP, day)) {
            return 0;
        }
        return itsGroup && customer.deviates(Deviation.Kind.UNDER_TAKE, day) ? STILL_TAKEN : 1;
    }

    private static int quantity(Customer customer, Habit habit, LocalDate day, double size) {
        double quantity = habit.meanQuantity() * size;
        if (customer.deviates(Deviation.Kind.SIZE_DROP, day)) {
            quantity *= 0.4;
        }
        if (isDeviatingGroup(customer, habit) && customer.deviates(Deviation.Kind.SPIKE, day)) {
            quantity *= 4;
        }
        return (int) Math.max(1, Math.round(quantity));
    }

    private static boolean isDeviatingGroup(Customer customer, Habit habit) {
        return customer.deviation()
                .filter(it -> it.group().equals(habit.product().group()))
                .isPresent();
    }

    private static Order.Line line(
            int number, Habit habit, int quantity, Customer customer, LocalDate day, Optional<Agreement> agreement) {
        Product product = habit.product();
        BigDecimal list = product.listPrice(day.getYear());
        Optional<Agreement.Term> term = agreement.flatMap(it -> it.covering(product));
        Optional<BigDecimal> agreed = term.map(Agreement.Term::price).filter(it -> it.signum() > 0);
        return new Order.Line(
                number,
                product,
                quantity,
                agreed.orElse(list),
                list,
                agreed.isPresent() ? 0 : customer.discountPercent(),
                term.isPresent() ? agreement.map(Agreement::number).orElse("") : "",
                term.<Object>map(Agreement.Term::line).orElse(""),
                product.cost(day.getYear()),
                customer.address().country().equals("NL") ? product.vatPercent() : 0);
    }
}
