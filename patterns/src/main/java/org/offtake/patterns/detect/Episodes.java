package org.offtake.patterns.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.offtake.patterns.detect.Episode.How;

/**
 * All episodes of a customer, from all that they ordered: each day is told with what was known by its end, so that later
 * orders change nothing that was told before them.
 *
 * <p>What is due if nothing more is ordered is told too, up to two years ahead: whoever asks on a later day looks at the
 * days up to then.
 */
public final class Episodes {
    private static final int AHEAD = 730;
    private static final int LASTS = 180;
    private static final int STOP_LASTS = 365;

    private final List<Purchase> purchases;
    private final List<Episode> told = new ArrayList<>();

    private Episodes(List<Purchase> purchases) {
        this.purchases = purchases;
    }

    /**
     * @param purchases by day, each day once, the earliest first
     * @param editions the earliest first; without one nothing is told
     */
    public static List<Episode> of(List<Purchase> purchases, List<Edition> editions, Budget budget) {
        if (purchases.isEmpty() || editions.isEmpty()) {
            return List.of();
        }
        Episodes episodes = new Episodes(List.copyOf(purchases));
        episodes.replay(List.copyOf(editions), budget);
        return episodes.told.stream().map(Episodes::aged).toList();
    }

    private void replay(List<Edition> editions, Budget budget) {
        Edition earliest = editions.get(0);
        CustomerWatch watch = new CustomerWatch(earliest.priors(), earliest.clock(), budget);
        int next = 0;
        while (next < purchases.size() && purchases.get(next).day() < earliest.validFrom()) {
            watch.order(purchases.get(next).order(), false);
            next++;
        }
        watch.watch();
        int edition = 1;
        int begin = Math.max(earliest.validFrom(), purchases.get(0).day());
        int last = purchases.get(purchases.size() - 1).day();
        int end = last + AHEAD;
        QuietDays quiet = new QuietDays(watch);
        int day = begin;
        while (day <= end && !(day > last && watch.isStopTold())) {
            while (edition < editions.size() && editions.get(edition).validFrom() <= day) {
                watch.turn(editions.get(edition).priors(), editions.get(edition).clock());
                edition++;
            }
            if (next < purchases.size() && purchases.get(next).day() == day) {
                watch.order(purchases.get(next).order(), true);
                ordered(purchases.get(next).order());
                next++;
            }
            watch.news(day).ifPresent(this::tell);
            int ordered = next < purchases.size() ? purchases.get(next).day() : Integer.MAX_VALUE;
            int turned = edition < editions.size() ? editions.get(edition).validFrom() : Integer.MAX_VALUE;
            day = 1 + quiet.until(day + 1, Math.min(end, Math.min(ordered, turned) - 1));
        }
    }

    private void ordered(OrderDay order) {
        close(
                order.day(),
                How.ORDERED,
                alarm -> alarm.kind() == Kind.STOPPED
                        || (alarm.kind() == Kind.GROUP_STOPPED
                                && order.quantities().containsKey(alarm.group())));
    }

    private void tell(News news) {
        if (news instanceof Recovery recovery) {
            close(recovery.day(), How.BACK, alarm -> alarm.kind() == recovery.kind());
            return;
        }
        Alarm alarm = (Alarm) news;
        close(alarm.day(), How.BACK, other -> alarm.kind() == Kind.FASTER && other.kind() == Kind.SLOWER);
        close(alarm.day(), How.REPLACED, other -> isMoreOf(alarm, other));
        told.add(new Episode(alarm, Stake.of(alarm, purchases), Optional.empty()));
    }

    private static boolean isMoreOf(Alarm alarm, Alarm other) {
        boolean same = alarm.kind() == other.kind() && alarm.group().equals(other.group());
        return same || (alarm.kind() == Kind.STOPPED && other.kind() == Kind.SLOWER);
    }

    private void close(int day, How how, Predicate<Alarm> which) {
        told.replaceAll(
                episode -> episode.closed().isEmpty() && day < aged(episode.alarm()) && which.test(episode.alarm())
                        ? episode.closedOn(day, how)
                        : episode);
    }

    private static int aged(Alarm alarm) {
        return alarm.day() + (alarm.kind() == Kind.STOPPED ? STOP_LASTS : LASTS);
    }

    private static Episode aged(Episode episode) {
        return episode.closed().isPresent() ? episode : episode.closedOn(aged(episode.alarm()), How.USUAL_NOW);
    }
}
