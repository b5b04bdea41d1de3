package org.offtake.etl.land;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often a source table is delivered and how much, by its own past: what is late and what is odd is measured against that.
 *
 * <p>A delivery is of the day that its name dates it with, else of the day it arrived on. The next one is due as long after the last as
 * it took at most after the same weekday; a gap that was more than twice as long as any other is taken for a holiday.
 *
 * @param last the last day there is a delivery of
 * @param due the last day on which the next one has usually come
 * @param records of the newest day that is over
 * @param least the fewest records of a day before it
 * @param most the most records of a day before it
 */
public record Rhythm(LocalDate last, LocalDate due, long records, long least, long most) {
    private static final int FEWEST_DAYS = 6;
    private static final int SAME_WEEKDAY = 8;
    private static final int ENOUGH = 3;
    private static final int ANY_WEEKDAY = 20;
    private static final int LAGS = 5;

    /**
     * @param zone whose days they are
     * @param today a day that is not over yet
     * @return empty when there are too few days to know a rhythm by
     */
    public static Optional<Rhythm> of(List<Delivery> deliveries, ZoneId zone, LocalDate today) {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        TreeMap<LocalDate, Long> lags = new TreeMap<>();
        deliveries.stream().filter(Delivery::isLive).forEach(delivery -> {
            LocalDate arrived = delivery.arrivedAt().atZone(zone).toLocalDate();
            LocalDate day = delivery.stamp()
                    .map(stamp -> stamp.atZone(zone).toLocalDate())
                    .orElse(arrived);
            days.merge(day, delivery.records(), Long::sum);
            lags.merge(day, Math.max(0, ChronoUnit.DAYS.between(day, arrived)), Math::min);
        });
        List<LocalDate> over = new ArrayList<>(days.headMap(today).keySet());
        if (over.size() < FEWEST_DAYS) {
            return Optional.empty();
        }
        LocalDate last = days.lastKey();
        long lag = lags.descendingMap().values().stream()
                .limit(LAGS)
                .min(Long::compare)
                .orElse(0L);
        LocalDate judged = over.get(over.size() - 1);
        List<Long> before = List.copyOf(days.headMap(judged).values());
        return Optional.of(new Rhythm(
                last,
                last.plusDays(usualGap(List.copyOf(days.keySet())) + lag),
                days.getOrDefault(judged, 0L),
                before.stream().min(Long::compare).orElse(0L),
                before.stream().max(Long::compare).orElse(0L)));
    }

    private record Gap(LocalDate from, long days) {}

    private static long usualGap(List<LocalDate> days) {
        LocalDate last = days.get(days.size() - 1);
        List<Gap> gaps = new ArrayList<>();
        for (int day = days.size() - 1; day > 0; day--) {
            gaps.add(new Gap(days.get(day - 1), ChronoUnit.DAYS.between(days.get(day - 1), days.get(day))));
        }
        List<Long> same = gaps.stream()
                .filter(gap -> gap.from().getDayOfWeek() == last.getDayOfWeek())
                .limit(SAME_WEEKDAY)
                .map(Gap::days)
                .toList();
        return largest(
                same.size() >= ENOUGH
                        ? same
                        : gaps.stream().limit(ANY_WEEKDAY).map(Gap::days).toList());
    }

    private static long largest(List<Long> gaps) {
        List<Long> sorted = gaps.stream().sorted().toList();
        long largest = sorted.get(sorted.size() - 1);
        long second = sorted.get(Math.max(0, sorted.size() - 2));
        return largest > 2 * second ? second : largest;
    }
}
