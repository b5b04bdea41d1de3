package org.offtake.sample.patterns;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.offtake.sample.chance.DemandClock;
import org.offtake.sample.chance.Dice;

/**
 * One customer with its true parameters.
 *
 * @param number from zero
 * @param meanGap in operational days, on the first day
 * @param regularity shape of the gamma of its gaps
 * @param begins the day from which it can order; zero unless it is a cold start
 * @param leaves the day in year one from which it orders no more
 * @param commitment part of the expected value of a year that it has agreed to take in year two
 */
record Buyer(
        int number,
        Segment segment,
        double meanGap,
        double regularity,
        Assortment assortment,
        Optional<Closure> closure,
        int begins,
        OptionalInt leaves,
        Optional<Deviation> deviation,
        OptionalDouble commitment) {
    private static final double MEDIAN_GAP = 21;
    private static final double SPREAD_OF_GAP = 0.72;
    private static final double MEDIAN_REGULARITY = 2.5;
    private static final double SPREAD_OF_REGULARITY = 0.40;
    private static final double COLD = 0.10;
    private static final double LEAVING = 0.083;
    private static final double CLOSING = 0.30;
    private static final double DEVIATING = 0.20;
    private static final double COMMITTING = 0.41;

    static Buyer drawn(long seed, int number) {
        Dice dice = Dice.of(seed, "buyer", number);
        Segment segment = Segment.of(dice.between(0.0, 1.0));
        double gap = clamped(MEDIAN_GAP * StrictMath.exp(dice.normal(0, SPREAD_OF_GAP)), 4, 120);
        double regularity = clamped(MEDIAN_REGULARITY * StrictMath.exp(dice.normal(0, SPREAD_OF_REGULARITY)), 1, 12);
        Assortment assortment = Assortment.drawn(Dice.of(seed, "assortment", number));
        int holiday = dice.between(185, 222);
        Closure closure = new Closure(holiday, holiday + dice.between(13, 20));
        boolean closes = dice.chance(CLOSING);
        int coldStart = dice.between(150, 330);
        boolean cold = dice.chance(COLD);
        int leaving = dice.between(60, 330);
        boolean leaves = dice.chance(LEAVING) && !cold;
        Deviation deviation = Deviation.drawn(dice, assortment);
        boolean deviates = dice.chance(DEVIATING) && !leaves;
        double commitment = dice.between(0.68, 1.12);
        boolean commits = dice.chance(COMMITTING) && !leaves && !cold;
        return new Buyer(
                number,
                segment,
                gap,
                regularity,
                assortment,
                closes ? Optional.of(closure) : Optional.empty(),
                cold ? coldStart : 0,
                leaves ? OptionalInt.of(leaving) : OptionalInt.empty(),
                deviates ? Optional.of(deviation) : Optional.empty(),
                commits ? OptionalDouble.of(commitment) : OptionalDouble.empty());
    }

    String code() {
        return String.format(Locale.ROOT, "C%05d", number);
    }

    /** The customer's operational time: the season of its segment, standing still in its own holiday. */
    DemandClock clock() {
        return new DemandClock(TwoYears.date(TwoYears.DAYS - 1), date -> pace(TwoYears.day(date)));
    }

    boolean buysOn(int day) {
        return (leaves.isEmpty() || day < leaves.getAsInt())
                && deviation.filter(it -> it.isOn(Deviation.Kind.STOP, day)).isEmpty();
    }

    /** Expected euro of year two at this mean gap in operational days and the order size of the first day. */
    double expectedYear(double gap) {
        DemandClock clock = clock();
        double days = clock.startOf(TwoYears.date(TwoYears.DAYS)) - clock.startOf(TwoYears.date(TwoYears.YEAR));
        return days / gap * assortment.meanValue();
    }

    private double pace(int day) {
        boolean closed = day < 0 || closure.filter(it -> it.holds(day)).isPresent();
        return closed ? 0 : segment.pace(day);
    }

    private static double clamped(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
