package org.offtake.patterns.contract;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * What will still be taken in the operational days that are left (reference, purchase patterns, section 3 "Contract").
 *
 * <p>With N orders of mean size v and variance V: mean N v, variance N V + N/k v² + (N v)² (1/a + cv²/n + drift² rest/3), the last three for what is not
 * known of the rate, of the size, and for the walk of the rate: a Brownian motion averaged over the rest has a third of the variance at its end. Mixed over {unchanged, changed already, will change}, each
 * matched by a gamma distribution.
 */
final class Rest {
    private static final double YEAR = 365;
    private static final double NEVER = 1e-12;

    private Rest() {}

    static GammaMixture of(Outlook outlook, double days) {
        List<GammaMixture.Part> parts = new ArrayList<>();
        double stays = Math.exp(-outlook.hazard() * days / YEAR);
        GammaMixture.Part unchanged = part(outlook, days, new Change(outlook.unchanged() * stays, 1, 1));
        parts.add(unchanged);
        parts.add(changesOnTheWay(outlook, unchanged, outlook.unchanged() * (1 - stays)));
        outlook.changes().forEach(it -> parts.add(part(outlook, days, it)));
        return new GammaMixture(parts.stream().filter(it -> it.weight() > 0).toList());
    }

    /**
     * Mean number of orders in so many operational days, after an open gap: days/m + (1 + 1/k)/2 - r/m, where r is the mean of what is left of a gap that has
     * lasted so long (Cox 1962, Renewal Theory, the asymptotic mean of a delayed renewal process). Never negative.
     */
    static double orders(double rate, double regularity, double openGap, double days) {
        double mean = 1 / rate;
        double survived = RegularizedGamma.Q.value(regularity, regularity * openGap * rate);
        double left = survived > NEVER
                ? mean * RegularizedGamma.Q.value(regularity + 1, regularity * openGap * rate) / survived - openGap
                : mean / regularity;
        double first = Math.max(0, left);
        return Math.max(0, days * rate + Math.min(1, days / mean) * ((1 + 1 / regularity) / 2 - first * rate));
    }

    private static GammaMixture.Part part(Outlook outlook, double days, Change change) {
        double rate = outlook.rate().mean() * change.rate();
        double size = outlook.value().mean() * change.size();
        double orders = rate > 0 ? orders(rate, outlook.regularity(), outlook.openGap(), days) : 0;
        double mean = orders * size;
        double variance = orders * outlook.value().variance() * change.size() * change.size()
                + orders / outlook.regularity() * size * size
                + mean * mean * unknown(outlook, days);
        return new GammaMixture.Part(change.probability(), mean, variance);
    }

    private static double unknown(Outlook outlook, double days) {
        return outlook.levelVariance() + outlook.drift() * outlook.drift() * days / YEAR / 3;
    }

    /** A change at an even chance on any day of the rest keeps from {@code left} to all of it: mean (1 + left)/2, variance (1 - left)²/12. */
    private static GammaMixture.Part changesOnTheWay(Outlook outlook, GammaMixture.Part unchanged, double weight) {
        double kept = (1 + outlook.left()) / 2;
        double lost = 1 - outlook.left();
        double mean = unchanged.mean() * kept;
        double variance = unchanged.variance() * (kept * kept + lost * lost / 12)
                + unchanged.mean() * unchanged.mean() * lost * lost / 12;
        return new GammaMixture.Part(weight, mean, variance);
    }
}
