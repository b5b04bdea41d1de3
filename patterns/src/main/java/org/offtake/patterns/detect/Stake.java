package org.offtake.patterns.detect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The money that a customer who takes less would have brought in a year from the change on: what they brought in the year
 * before it, in so far as it is missed. The interval holds 80 of 100 such years, of as many orders as chance gives
 * (Poisson, at a rate known from those of the year before) of as different amounts as theirs.
 *
 * @param amount a year, in the currency of the purchases
 * @param low not negative
 * @param shares of each product group in it, the greatest first; they add up to one, but for groups of which more came back than was paid
 */
public record Stake(double amount, double low, double high, List<Share> shares) {
    public Stake {
        shares = List.copyOf(shares);
    }

    /** @param part of the whole */
    public record Share(String group, double part) {}

    private static final int YEAR = 365;
    private static final double ONE_IN_TEN = 1.2815515655446004;

    /** Empty where more is taken and not less, or nothing was paid in the year before. */
    static Optional<Stake> of(Alarm alarm, List<Purchase> purchases) {
        int first = purchases.get(0).day();
        int from = Math.max(first + 1, alarm.since() - YEAR + 1); // the gap before the first order is not known
        List<Purchase> before = purchases.stream()
                .filter(purchase -> purchase.day() >= from && purchase.day() <= alarm.since())
                .filter(purchase -> purchase.holds(alarm.group()))
                .toList();
        List<Double> amounts =
                before.stream().map(purchase -> purchase.amount(alarm.group())).toList();
        double total = amounts.stream().mapToDouble(amount -> amount).sum();
        if (alarm.kind().direction() == Kind.Direction.UP || !(total > 0)) {
            return Optional.empty();
        }
        double years = (alarm.since() - from + 1) / (double) YEAR;
        double mean = total / amounts.size();
        double scatter = amounts.stream()
                .mapToDouble(amount -> (amount - mean) * (amount - mean) / Math.max(1, amounts.size() - 1))
                .sum();
        double orders = amounts.size() / years;
        double variance = orders * scatter + mean * mean * (orders + orders * orders / amounts.size());
        double missed = missed(alarm);
        double reach = ONE_IN_TEN * Math.sqrt(variance);
        double year = total / years;
        return Optional.of(new Stake(
                missed * year,
                missed * Math.max(0, year - reach),
                missed * (year + reach),
                shares(alarm.group(), before)));
    }

    /** Those that a change of this day or later needs: of the year before it, and one before that. */
    static List<Purchase> needed(List<Purchase> purchases, int since) {
        int before = (int) purchases.stream()
                .filter(purchase -> purchase.day() <= since - YEAR)
                .count();
        return purchases.subList(Math.max(0, before - 1), purchases.size());
    }

    private static List<Share> shares(String of, List<Purchase> purchases) {
        Map<String, Double> amounts = new TreeMap<>();
        purchases.forEach(purchase -> purchase.amounts().forEach((group, amount) -> {
            if (of.isEmpty() || of.equals(group)) {
                amounts.merge(group, amount, Double::sum);
            }
        }));
        amounts.values().removeIf(amount -> !(amount > 0));
        double total = amounts.values().stream().mapToDouble(amount -> amount).sum();
        return amounts.entrySet().stream()
                .map(group -> new Share(group.getKey(), group.getValue() / total))
                .sorted(Comparator.comparingDouble(Share::part).reversed().thenComparing(Share::group))
                .toList();
    }

    /** The share of what was usual that no longer comes. */
    private static double missed(Alarm alarm) {
        Seen seen = alarm.seen();
        return switch (alarm.kind()) {
            case STOPPED, GROUP_STOPPED -> 1;
            case SLOWER -> within(1 - seen.expected() / seen.observed());
            case SIZE_DROPPED -> within(1 - seen.observed() / seen.expected());
            case SIZE_JUMPED, FASTER -> 0;
        };
    }

    private static double within(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
