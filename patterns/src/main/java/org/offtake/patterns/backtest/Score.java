package org.offtake.patterns.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.offtake.patterns.backtest.LabelledSet.Customer;
import org.offtake.patterns.backtest.LabelledSet.Deviation;
import org.offtake.patterns.detect.Kind;

/**
 * How good alarms are against labels.
 *
 * <p>Alarms within 45 days of the last kept one are dropped. A hit is a deviation with a kept alarm in its direction in
 * [onset, onset + 180 days). A false alarm is a kept alarm of a customer without a deviation, or before the onset, or in
 * the wrong direction within the 180 days; later ones count as neither.
 *
 * @param deviations that were to be found
 * @param hits deviations that were found
 * @param falseAlarms that were kept
 * @param exposure customer-days on which an alarm would have been false
 * @param delays days from onset to the first right alarm, ascending
 * @param horizon days after the onset within which a deviation is to be found
 * @param intervals the same in the customer's mean gaps of year one, of those who have one, ascending
 */
public record Score(
        int deviations,
        int hits,
        int falseAlarms,
        double exposure,
        int horizon,
        List<Integer> delays,
        List<Double> intervals) {
    private static final int APART = 45;
    private static final double MONTH = 30.4;

    /** An alarm as far as it is scored. */
    public record Told(int day, Kind.Direction direction) {}

    /** Over all customers that are not excluded. */
    public static Score of(LabelledSet set, Map<String, List<Told>> alarms) {
        return of(set, alarms, customer -> true);
    }

    /** @param counted which customers, of those that are not excluded */
    public static Score of(LabelledSet set, Map<String, List<Told>> alarms, Predicate<Customer> counted) {
        int horizon = set.period().horizon();
        int hits = 0;
        int falseAlarms = 0;
        int deviations = 0;
        double exposure = 0;
        List<Integer> delays = new ArrayList<>();
        List<Double> intervals = new ArrayList<>();
        int days = set.lastDay() - set.scoredFrom() + 1;
        for (Customer customer : set.customers().values()) {
            if (set.excluded().contains(customer.id()) || !counted.test(customer)) {
                continue;
            }
            List<Told> kept = kept(alarms.getOrDefault(customer.id(), List.of()));
            Deviation deviation = set.deviations().get(customer.id());
            if (deviation == null) {
                falseAlarms += kept.size();
                exposure += days;
                continue;
            }
            deviations++;
            exposure += Math.max(0, Math.min(deviation.onset(), set.lastDay() + 1) - set.scoredFrom());
            falseAlarms += (int) kept.stream()
                    .filter(alarm -> Verdict.of(alarm, deviation, horizon) == Verdict.FALSE)
                    .count();
            var first = kept.stream()
                    .filter(alarm -> Verdict.of(alarm, deviation, horizon) == Verdict.HIT)
                    .mapToInt(alarm -> alarm.day() - deviation.onset())
                    .min();
            if (first.isPresent()) {
                hits++;
                delays.add(first.getAsInt());
                double own = ownInterval(set, customer);
                if (own > 0) {
                    intervals.add(first.getAsInt() / own);
                }
            }
        }
        delays.sort(null);
        intervals.sort(null);
        return new Score(deviations, hits, falseAlarms, exposure, horizon, delays, intervals);
    }

    static List<Told> kept(List<Told> alarms) {
        List<Told> kept = new ArrayList<>();
        for (Told alarm : alarms) {
            if (kept.isEmpty() || alarm.day() - kept.get(kept.size() - 1).day() >= APART) {
                kept.add(alarm);
            }
        }
        return kept;
    }

    /** Mean gap of year one in days; 0 with fewer than two orders in it. */
    public static double ownInterval(LabelledSet set, Customer customer) {
        int[] days = customer.orders().stream()
                .mapToInt(order -> order.day())
                .filter(day -> day < set.scoredFrom())
                .toArray();
        return days.length < 2 ? 0 : (days[days.length - 1] - days[0]) / (days.length - 1.0);
    }

    public double precision() {
        return hits + falseAlarms == 0 ? 0 : hits / (double) (hits + falseAlarms);
    }

    public double recall() {
        return deviations == 0 ? 0 : hits / (double) deviations;
    }

    /** False alarms per 100 customers a month. */
    public double falsePerMonth() {
        return exposure == 0 ? 0 : falseAlarms * 100.0 * MONTH / exposure;
    }

    /** Recall beyond what alarms at that rate hit by luck: (R - c) / (1 - c), c = 1 - exp(-FA 180 / 30.4 / 100); 0 if luck hits all. */
    public double chanceAdjustedRecall() {
        double luck = 1 - Math.exp(-falsePerMonth() * horizon / MONTH / 100);
        return luck < 1 ? (recall() - luck) / (1 - luck) : 0;
    }

    /** Median days from onset to alarm; NaN-free: -1 without a hit. */
    public double medianDelay() {
        return median(delays.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    /** The same in own intervals. */
    public double medianIntervals() {
        return median(intervals.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double median(double[] sorted) {
        return sorted.length == 0
                ? -1
                : IntStream.of((sorted.length - 1) / 2, sorted.length / 2)
                        .mapToDouble(i -> sorted[i])
                        .average()
                        .orElse(-1);
    }
}
