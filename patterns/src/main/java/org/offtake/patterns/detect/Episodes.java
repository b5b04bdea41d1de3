package org.offtake.patterns.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private final List<Edition> editions;
    private final CustomerWatch watch;
    private final List<Episode> told;
    private Optional<WatchState> state = Optional.empty();

    private Episodes(List<Edition> editions, CustomerWatch watch, List<Purchase> purchases, List<Episode> told) {
        this.editions = List.copyOf(editions);
        this.watch = watch;
        this.purchases = List.copyOf(purchases);
        this.told = new ArrayList<>(told);
    }

    /**
     * @param purchases by day, each day once, the earliest first
     * @param editions the earliest first; without one nothing is told
     */
    public static Followed of(List<Purchase> purchases, List<Edition> editions, Budget budget) {
        if (purchases.isEmpty() || editions.isEmpty()) {
            return Followed.NOT;
        }
        Edition earliest = editions.get(0);
        CustomerWatch watch = new CustomerWatch(earliest.priors(), earliest.clock(), budget);
        Episodes episodes = new Episodes(editions, watch, purchases, List.of());
        int next = 0;
        while (next < purchases.size() && purchases.get(next).day() < earliest.validFrom()) {
            watch.order(purchases.get(next).order(), false);
            next++;
        }
        watch.watch();
        return episodes.follow(Math.max(earliest.validFrom(), purchases.get(0).day()), next, 1);
    }

    /**
     * The same as from the first order on.
     *
     * @param before as {@link #of} or this left it
     * @param later purchases, each after the day of the state
     * @param editions as they were then; any that begin later may have come
     */
    public static Followed from(WatchState before, List<Purchase> later, List<Edition> editions, Budget budget) {
        int begun = Math.max(1, (int) editions.stream()
                .filter(each -> each.validFrom() <= before.day())
                .count());
        WatchState.Held held = before.held(editions.get(begun - 1), budget);
        List<Purchase> purchases =
                Stream.concat(held.purchases().stream(), later.stream()).toList();
        int known = held.purchases().size();
        Episodes episodes = new Episodes(editions, held.watch(), purchases, held.told());
        episodes.state = Optional.of(before);
        return episodes.follow(episodes.loudDay(before.day() + 1, known, begun), known, begun);
    }

    /**
     * @param begin the first day of which something may be told
     * @param orders that were taken in already
     * @param begun editions
     */
    private Followed follow(int begin, int orders, int begun) {
        int next = orders;
        int edition = begun;
        int day = begin;
        while (day <= end() && !(day > last() && watch.isStopTold())) {
            while (edition < editions.size() && editions.get(edition).validFrom() <= day) {
                watch.turn(editions.get(edition).priors(), editions.get(edition).clock());
                edition++;
            }
            boolean hasOrdered = next < purchases.size() && purchases.get(next).day() == day;
            if (hasOrdered) {
                watch.order(purchases.get(next).order(), true);
                ordered(purchases.get(next).order());
                next++;
            }
            watch.news(day).ifPresent(this::tell);
            if (hasOrdered && day == last()) {
                state = Optional.of(WatchState.of(day, new WatchState.Held(watch, purchases, told)));
            }
            day = loudDay(day + 1, next, edition);
        }
        return new Followed(told.stream().map(Episodes::aged).toList(), state);
    }

    private int last() {
        return purchases.get(purchases.size() - 1).day();
    }

    private int end() {
        return last() + AHEAD;
    }

    /** The first day from one on of which there may be something to tell. */
    private int loudDay(int day, int next, int edition) {
        int ordered = next < purchases.size() ? purchases.get(next).day() : Integer.MAX_VALUE;
        int turned = edition < editions.size() ? editions.get(edition).validFrom() : Integer.MAX_VALUE;
        return 1 + new QuietDays(watch).until(day, Math.min(end(), Math.min(ordered, turned) - 1));
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
