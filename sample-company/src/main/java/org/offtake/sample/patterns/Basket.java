package org.offtake.sample.patterns;

import java.util.ArrayList;
import java.util.List;
import org.offtake.sample.chance.Dice;

/** All that one customer buys on one day: one order, also when it was decided on twice. */
record Basket(int day, List<Line> lines) {
    /** One line of an order; quantities are whole and at least one. */
    record Line(Habit habit, long quantity) {}

    /** The orders of a customer, by day; a day on which nothing is left to buy has none. */
    static List<Basket> of(Buyer buyer, Rhythm rhythm, long seed) {
        List<Basket> baskets = new ArrayList<>();
        for (int i = 0; i < rhythm.days().size(); i++) {
            int day = rhythm.days().get(i);
            List<Line> lines = lines(buyer, day, Dice.of(seed, "basket", buyer.number(), i));
            if (lines.isEmpty()) {
                continue;
            }
            if (!baskets.isEmpty() && baskets.get(baskets.size() - 1).day() == day) {
                lines.addAll(0, baskets.remove(baskets.size() - 1).lines());
            }
            baskets.add(new Basket(day, lines));
        }
        return baskets;
    }

    private static List<Line> lines(Buyer buyer, int day, Dice dice) {
        List<Line> lines = new ArrayList<>();
        for (Habit habit : buyer.assortment().basket(dice, it -> buyer.deviation()
                .filter(d -> d.leavesOut(it, day))
                .isEmpty())) {
            double wild = dice.normal(0, Habit.WILDNESS) * (dice.chance(Habit.WILD) ? 1 : 0);
            double size = StrictMath.exp(dice.normal(habit.logSize(), habit.logSpread()) + wild)
                    * buyer.deviation().map(it -> it.size(habit, day)).orElse(1.0);
            lines.add(new Line(habit, Math.max(1, Math.round(size))));
        }
        return lines;
    }
}
