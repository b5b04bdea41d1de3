package org.offtake.patterns.contract.score;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * How good a rule is that raises at most one alarm per contract: "it will end below nine tenths".
 *
 * @param alarms raised before the last day
 * @param hits of contracts that did
 * @param recall hits over the contracts that did
 * @param medianLead days from alarm to the last day, over the hits
 * @param recallInTime the same with only the hits of at least {@link #IN_TIME} days' lead
 */
public record Alarms(
        String rule,
        int contracts,
        int alarms,
        int hits,
        double precision,
        double recall,
        double f1,
        double medianLead,
        double recallInTime) {
    public static final int IN_TIME = 150;

    /** {@code firstAlarm} gives the day of the term, from one. Where nothing can be divided a figure is nought. */
    static Alarms of(String rule, List<Replay> replays, Function<Replay, OptionalInt> firstAlarm) {
        int alarms = 0;
        int fell = 0;
        int inTime = 0;
        int[] leads = new int[replays.size()];
        int hits = 0;
        for (Replay it : replays) {
            OptionalInt day = firstAlarm.apply(it);
            alarms += day.isPresent() ? 1 : 0;
            fell += it.isShort() ? 1 : 0;
            if (day.isPresent() && it.isShort()) {
                leads[hits] = it.days() - day.getAsInt();
                inTime += leads[hits] >= IN_TIME ? 1 : 0;
                hits++;
            }
        }
        double precision = ratio(hits, alarms);
        double recall = ratio(hits, fell);
        double f1 = hits == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new Alarms(
                rule,
                replays.size(),
                alarms,
                hits,
                precision,
                recall,
                f1,
                median(Arrays.copyOf(leads, hits)),
                ratio(inTime, fell));
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }

    private static double median(int[] values) {
        if (values.length == 0) {
            return 0;
        }
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2.0;
    }
}
