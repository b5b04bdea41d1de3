package org.offtake.sample.patterns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.offtake.sample.chance.Dice;

/** The product groups one customer buys, in the order in which they stand on its orders. */
record Assortment(List<Habit> habits) {
    static final int GROUPS = 6;

    private static final double ONE_MORE = 0.45;
    private static final double OFTEN_SHAPE = 2.2;
    private static final double SELDOM_SHAPE = 1.5;
    private static final double MEAN_LOG_SIZE = 3.0;
    private static final double SPREAD_OF_LOG_SIZE = 1.02;
    private static final double MEAN_LOG_PRICE = 2.513;
    private static final double SPREAD_OF_LOG_PRICE = 0.8;

    static Assortment drawn(Dice dice) {
        List<Integer> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            groups.add(dice.between(0, groups.size()), group);
        }
        int count = 1;
        for (int more = 1; more < GROUPS; more++) {
            count += dice.chance(ONE_MORE) ? 1 : 0;
        }
        List<Habit> habits = new ArrayList<>();
        for (int group : groups.subList(0, count)) {
            double often = dice.gamma(OFTEN_SHAPE, OFTEN_SHAPE);
            double seldom = dice.gamma(SELDOM_SHAPE, SELDOM_SHAPE);
            double logSize = dice.normal(MEAN_LOG_SIZE, SPREAD_OF_LOG_SIZE);
            double price = StrictMath.exp(dice.normal(MEAN_LOG_PRICE, SPREAD_OF_LOG_PRICE));
            habits.add(new Habit(
                    group,
                    count == 1 ? 1 : often / (often + seldom),
                    logSize,
                    dice.between(0.31, 0.67),
                    Math.max(0.01, Math.round(100 * price) / 100.0)));
        }
        return new Assortment(Collections.unmodifiableList(habits));
    }

    Habit main() {
        return habits.stream().max(Comparator.comparingDouble(Habit::chance)).orElseThrow();
    }

    /** The groups that an order holds with at least this probability, or the main one. */
    List<Habit> boughtAtLeast(double chance) {
        List<Habit> often = habits.stream().filter(it -> it.chance() >= chance).toList();
        return often.isEmpty() ? List.of(main()) : often;
    }

    Optional<Habit> of(int group) {
        return habits.stream().filter(it -> it.group() == group).findFirst();
    }

    /** What one order holds; when chance leaves it empty it holds one of the groups, each as likely. Empty when nothing is left to buy. */
    List<Habit> basket(Dice dice, Predicate<Habit> stillBought) {
        List<Habit> basket = habits.stream()
                .filter(it -> dice.chance(it.chance()))
                .filter(stillBought)
                .toList();
        List<Habit> left = habits.stream().filter(stillBought).toList();
        return basket.isEmpty() && !left.isEmpty() ? List.of(dice.pick(left)) : basket;
    }

    /** The probability that an order holds the group, with what fills orders that chance left empty. */
    double incidence(Habit habit) {
        double nothing = 1;
        for (Habit it : habits) {
            nothing *= 1 - it.chance();
        }
        return habit.chance() + nothing / habits.size();
    }

    /** Expected euro of an order. */
    double meanValue() {
        return habits.stream().mapToDouble(it -> incidence(it) * it.meanValue()).sum();
    }
}
