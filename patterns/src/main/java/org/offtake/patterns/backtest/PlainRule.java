package org.offtake.patterns.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.offtake.patterns.backtest.LabelledSet.Customer;
import org.offtake.patterns.backtest.Score.Told;
import org.offtake.patterns.detect.Kind;

/**
 * A rule of thumb, which is true or not at the end of each day and tells of the days on which it becomes true. What was
 * true before the scored days is told on their first.
 *
 * @param name without its strength
 * @param strength the number in the rule
 */
public record PlainRule(String name, double strength, Limit limit) {
    /** Days without an order at whose end the rule is true; infinite where it has nothing to say yet. */
    interface Limit {
        double days(double strength, Gaps gaps);
    }

    /** A customer's gaps so far, in days. */
    record Gaps(int count, double sum, double squares) {
        Gaps plus(double gap) {
            return new Gaps(count + 1, sum + gap, squares + gap * gap);
        }

        double mean() {
            return sum / count;
        }

        double deviation() {
            return Math.sqrt(Math.max(0, squares - sum * sum / count) / (count - 1));
        }
    }

    /** Nothing ordered for so many days, at their end. */
    public static PlainRule noOrderFor(double days) {
        return new PlainRule("no order for days", days, (strength, gaps) -> strength);
    }

    /**
     * The gap is above the customer's own mean by more than so many of their own standard deviations (of a sample), of
     * at least three gaps.
     */
    public static PlainRule gapOverMean(double deviations) {
        return new PlainRule(
                "gap over own mean plus deviations",
                deviations,
                (strength, gaps) -> gaps.count < 3
                        ? Double.POSITIVE_INFINITY
                        : Math.floor(gaps.mean() + strength * gaps.deviation()) + 1);
    }

    PlainRule at(double otherStrength) {
        return new PlainRule(name, otherStrength, limit);
    }

    Map<String, List<Told>> alarms(LabelledSet set) {
        Map<String, List<Told>> alarms = new TreeMap<>();
        for (Customer customer : set.customers().values()) {
            List<Told> told = set.excluded().contains(customer.id()) ? List.of() : alarms(set, customer);
            if (!told.isEmpty()) {
                alarms.put(customer.id(), told);
            }
        }
        return alarms;
    }

    private List<Told> alarms(LabelledSet set, Customer customer) {
        List<Told> told = new ArrayList<>();
        Gaps gaps = new Gaps(0, 0, 0);
        for (int i = 0; i < customer.orders().size(); i++) {
            int day = customer.orders().get(i).day();
            int next = i + 1 < customer.orders().size()
                    ? customer.orders().get(i + 1).day()
                    : set.lastDay() + 1;
            double most = limit.days(strength, gaps);
            if (most < next - day) {
                int due = Math.max(set.scoredFrom(), day + (int) Math.ceil(most));
                if (due < next) {
                    told.add(new Told(due, Kind.Direction.DOWN));
                }
            }
            gaps = gaps.plus(next - day);
        }
        return told;
    }
}
