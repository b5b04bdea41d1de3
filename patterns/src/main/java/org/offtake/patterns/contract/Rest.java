package org.offtake.patterns.contract;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.offtake.patterns.contract.GammaMixture.Part;

/**
 * What will still be taken in the operational days that are left (reference, purchase patterns, section 3 "Contract").
 *
 * <p>With N orders of mean size v and variance V: mean N v, variance N V + N/k v² + (N v)² (1/a + cv²/n + drift² rest), the last three for what is not known of
 * the rate, of the size, and for the walk of the rate until the end. Mixed over {unchanged, changed already, will change}; each is nothing at all with the
 * probability of no order, else matched by a gamma distribution.
 */
final class Rest {
    private static final double YEAR = 365;
    private static final double NEVER = 1e-12;
    private static final int TIMES_OF_CHANGE = 3;

    private Rest() {}

    static GammaMixture of(Outlook outlook, double days) {
        List<Part> parts = new ArrayList<>();
        double yearly = outlook.hazards().stream().mapToDouble(Hazard::perYear).sum();
        double stays = Math.exp(-yearly * days / YEAR);
        add(parts, outlook, days, new Change(outlook.unchanged() * stays, 1, 1));
        outlook.changes().forEach(it -> add(parts, outlook, days, it));
        Part unchanged = whole(outlook, days, new Change(1, 1, 1));
        for (Hazard it : outlook.hazards()) {
            if (it.perYear() > 0) {
                double weight = outlook.unchanged() * (1 - stays) * it.perYear() / yearly;
                parts.addAll(onTheWay(unchanged, weight, it.left()));
            }
        }
        return new GammaMixture(parts.stream().filter(it -> it.weight() > 0).toList());
    }

    /**
     * Mean number of orders in so many operational days, after an open gap: days/m + (1 + 1/k)/2 - r/m, where r is the mean of what is left of a gap that has
     * lasted so long (Cox 1962, Renewal Theory, the asymptotic mean of a delayed renewal process). In a rest shorter than a gap the correction shrinks with it;
     * at least the probability of one order.
     */
    static double orders(double rate, double regularity, double openGap, double days) {
        double left = silence(rate, regularity, openGap) > NEVER
                ? RegularizedGamma.Q.value(regularity + 1, regularity * openGap * rate)
                                / rate
                                / silence(rate, regularity, openGap)
                        - openGap
                : 1 / (rate * regularity);
        double correction = (1 + 1 / regularity) / 2 - Math.max(0, left) * rate;
        return Math.max(1 - none(rate, regularity, openGap, days), days * rate + Math.min(1, days * rate) * correction);
    }

    /** Probability of no order in so many days after an open gap; with a gap longer than ever likely that of a Poisson process as fast as the gap's tail. */
    static double none(double rate, double regularity, double openGap, double days) {
        double survived = silence(rate, regularity, openGap);
        return survived > NEVER
                ? silence(rate, regularity, openGap + days) / survived
                : Math.exp(-regularity * rate * days);
    }

    private static double silence(double rate, double regularity, double days) {
        return RegularizedGamma.Q.value(regularity, regularity * days * rate);
    }

    private static void add(List<Part> parts, Outlook outlook, double days, Change change) {
        double rate = outlook.rate().mean() * change.rate();
        Part whole = whole(outlook, days, change);
        double none = rate > 0 ? none(rate, outlook.regularity(), outlook.openGap(), days) : 1;
        double some = 1 - none;
        if (!(some > 0) || !(whole.mean() > 0)) {
            parts.add(new Part(change.probability(), 0, 0));
            return;
        }
        double mean = whole.mean() / some;
        double oneOrder = outlook.value().variance() * change.size() * change.size();
        double variance = Math.max(oneOrder, (whole.variance() + whole.mean() * whole.mean()) / some - mean * mean);
        parts.add(new Part(change.probability() * none, 0, 0));
        parts.add(new Part(change.probability() * some, mean, variance));
    }

    private static Part whole(Outlook outlook, double days, Change change) {
        double rate = outlook.rate().mean() * change.rate();
        double size = outlook.value().mean() * change.size();
        double orders = rate > 0 ? orders(rate, outlook.regularity(), outlook.openGap(), days) : 0;
        double mean = orders * size;
        double variance = orders * outlook.value().variance() * change.size() * change.size()
                + orders / outlook.regularity() * size * size
                + mean * mean * unknown(outlook, days);
        return new Part(change.probability(), mean, variance);
    }

    private static double unknown(Outlook outlook, double days) {
        return outlook.levelVariance() + outlook.drift() * outlook.drift() * days / YEAR;
    }

    /** The change comes in the first, the second or the last third of the rest, on any day of it: until then all, after it what is left. */
    private static List<Part> onTheWay(Part unchanged, double weight, double left) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < TIMES_OF_CHANGE; i++) {
            double before = (i + 0.5) / TIMES_OF_CHANGE;
            double kept = before + (1 - before) * left;
            double when = unchanged.mean() * (1 - left) / TIMES_OF_CHANGE;
            parts.add(new Part(
                    weight / TIMES_OF_CHANGE,
                    unchanged.mean() * kept,
                    unchanged.variance() * kept * kept + when * when / 12));
        }
        return parts;
    }
}
