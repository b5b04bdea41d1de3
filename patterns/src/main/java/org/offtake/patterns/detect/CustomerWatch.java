package org.offtake.patterns.detect;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.mix.MixWatch;
import org.offtake.patterns.rhythm.Ceiling;
import org.offtake.patterns.rhythm.Rhythm;
import org.offtake.patterns.rhythm.RhythmChange;
import org.offtake.patterns.rhythm.UsualGap;
import org.offtake.patterns.size.Moved;
import org.offtake.patterns.size.SizeChange;

/** One customer's pattern and the evidence against it, fed with order days and asked at the end of days. */
public final class CustomerWatch {
    /** Two ways to work out the same differ by far less. */
    private static final double NEARLY = 1 - 1e-6;

    private Priors priors;
    private final Budget budget;
    private final RhythmChange rhythm;
    private final SizeChange sizes;
    private final Map<String, MixWatch> groups = new TreeMap<>();
    private boolean stopTold;
    private double leftGroups;
    private double droppedSizes;
    private double jumpedSizes;

    public CustomerWatch(Priors priors, OperationalClock clock, Budget budget) {
        this.priors = priors;
        this.budget = budget;
        this.rhythm = new RhythmChange(new Rhythm(priors.rhythm(), clock));
        this.sizes = new SizeChange(priors.size());
    }

    /**
     * Takes an order day, later than all before it.
     *
     * @param watched whether changes are looked for from here on; before, orders only teach
     */
    public void order(OrderDay order, boolean watched) {
        if (rhythm.usual().begun() && order.day() <= rhythm.usual().lastDay()) {
            throw new IllegalArgumentException("an order of day " + order.day() + " after one of day "
                    + rhythm.usual().lastDay() + ": tell the orders of a day together, and days in their order");
        }
        if (stopTold) {
            rhythm.resume(order.day());
            stopTold = false;
        } else {
            rhythm.order(order.day(), watched);
        }
        double weight = watched && rhythm.isKnown() ? rhythm.weight() : 0;
        groups.forEach((group, watch) ->
                watch.order(order.day(), order.quantities().containsKey(group), weight / groups.size()));
        for (String group : order.quantities().keySet()) {
            groups.computeIfAbsent(group, ignored -> new MixWatch(priors.mix()));
        }
        sizes.order(order.day(), order.quantities(), weight);
        sumUp(order.day());
    }

    /** What all customers teach is told anew: it holds from now on, and what was learnt of this one stays. */
    public void turn(Priors newPriors, OperationalClock clock) {
        priors = newPriors;
        rhythm.turn(newPriors.rhythm(), clock);
        sizes.turn(newPriors.size());
    }

    /** Whether there is enough history to look for a change. */
    public boolean isKnown() {
        return rhythm.isKnown();
    }

    /** Whether it was told that orders have stopped, and none has come since. */
    boolean isStopTold() {
        return stopTold;
    }

    /** Changes are looked for from now on: one may have begun after the last order. */
    public void watch() {
        rhythm.watch();
    }

    /** The evidence of each kind at the end of a day, that of the last order or later. */
    public Evidence evidence(int day) {
        notBeforeLast(day);
        return shared(rhythm.evidence(day));
    }

    private Evidence shared(RhythmChange.Evidence change) {
        return new Evidence(change.stopped(), change.slower(), leftGroups, droppedSizes, jumpedSizes, change.faster())
                .shared(budget);
    }

    /** What orders alone can change: worked out once for each of them. */
    private void sumUp(int day) {
        leftGroups = groups.values().stream().mapToDouble(MixWatch::evidence).sum();
        droppedSizes = sizes.dropped(day);
        jumpedSizes = sizes.jumped(day);
    }

    /** The alarm of a day, if its evidence is enough; what it tells is what is usual from then on. */
    public Optional<Alarm> alarm(int day) {
        return news(day).filter(Alarm.class::isInstance).map(Alarm.class::cast);
    }

    /** What there is to tell at the end of a day; it is what is usual from then on. */
    public Optional<News> news(int day) {
        notBeforeLast(day);
        if (stopTold || !enough(shared(rhythm.atMost(day)), 1)) {
            return Optional.empty();
        }
        Evidence evidence = evidence(day);
        if (!enough(evidence, 1)) {
            return Optional.empty();
        }
        Kind.Direction direction =
                evidence.of(Kind.Direction.DOWN) >= budget.threshold() ? Kind.Direction.DOWN : Kind.Direction.UP;
        Kind kind = evidence.strongest(direction);
        Optional<News> recovery = recovered(kind, day);
        News news = recovery.isPresent() ? recovery.get() : told(day, kind, evidence);
        sumUp(day);
        return Optional.of(news);
    }

    /** Orders dated in the future are not known yet. */
    private void notBeforeLast(int day) {
        if (rhythm.usual().begun() && day < rhythm.usual().lastDay()) {
            throw new IllegalArgumentException("asked for day " + day + " after an order of day "
                    + rhythm.usual().lastDay() + ": tell no orders of later days before");
        }
    }

    private boolean enough(Evidence evidence, double share) {
        return evidence.of(Kind.Direction.DOWN) >= share * budget.threshold()
                || evidence.of(Kind.Direction.UP) >= share * budget.threshold();
    }

    /** Whether there may be something to tell from a day to the one asked for, while nothing is ordered; a no is certain. */
    IntPredicate mayTell(int from, int to, boolean rough) {
        Ceiling ceiling = rhythm.ceiling(from, to, rough);
        return until -> !stopTold && enough(shared(ceiling.until(until)), NEARLY);
    }

    /** The last day from this one on until which {@link #mayTell} may be asked. */
    int ceilingHoldsUntil(int day) {
        return rhythm.usual().closureGrowsUntil(day);
    }

    /** What only returns to where it was before a drop that was told is no news. */
    private Optional<News> recovered(Kind kind, int day) {
        if (kind == Kind.FASTER && rhythm.recovers()) {
            rhythm.acceptRecovery();
            return Optional.of(new Recovery(day, Kind.SLOWER));
        }
        if (kind == Kind.SIZE_JUMPED && sizes.recovers(day)) {
            sizes.acceptRecovery(day);
            return Optional.of(new Recovery(day, Kind.SIZE_DROPPED));
        }
        return Optional.empty();
    }

    private Alarm told(int day, Kind kind, Evidence evidence) {
        double all = evidence.of(kind.direction());
        Change change = accepted(day, kind);
        return new Alarm(
                day,
                kind,
                all,
                budget.probability(kind.direction(), all),
                change.since,
                change.group,
                change.seen,
                evidence);
    }

    private record Change(int since, String group, Seen seen) {}

    /** What has changed; from now on it is what is usual. */
    private Change accepted(int day, Kind kind) {
        int last = rhythm.usual().lastDay();
        switch (kind) {
            case STOPPED -> {
                stopTold = true;
                return new Change(last, "", gaps(rhythm.usualGap(), day - last, OptionalDouble.of(rhythm.chance(day))));
            }
            case SLOWER -> {
                int since = rhythm.slowerSince(day).orElse(last);
                Seen seen = gaps(
                        rhythm.gapBeforeSlower(day),
                        (day - since) / (double) Math.max(1, rhythm.ordersSinceSlower(day)),
                        OptionalDouble.empty());
                rhythm.acceptSlower(day);
                return new Change(since, "", seen);
            }
            case FASTER -> {
                int since = rhythm.fasterSince().orElse(last);
                Seen seen = gaps(
                        rhythm.gapBeforeFaster(),
                        (last - since) / (double) Math.max(1, rhythm.ordersSinceFaster()),
                        OptionalDouble.empty());
                rhythm.acceptFaster();
                return new Change(since, "", seen);
            }
            case GROUP_STOPPED -> {
                Map.Entry<String, MixWatch> left = leftGroup();
                Change change =
                        new Change(left.getValue().since().orElse(last), left.getKey(), absent(left.getValue()));
                left.getValue().accept();
                return change;
            }
            case SIZE_DROPPED -> {
                Change change = new Change(sizes.droppedSince(day).orElse(last), "", moved(sizes.dropSeen(day)));
                sizes.acceptDrop(day);
                return change;
            }
            case SIZE_JUMPED -> {
                Change change = new Change(
                        sizes.jumpedSince(day).orElse(last), sizes.jumpedGroup(day), moved(sizes.jumpSeen(day)));
                sizes.acceptJump(day);
                return change;
            }
        }
        throw new IllegalStateException("no kind " + kind);
    }

    private static Seen gaps(UsualGap usual, double observed, OptionalDouble chance) {
        return new Seen(usual.expected(), usual.low(), usual.high(), observed, chance);
    }

    private static Seen absent(MixWatch left) {
        MixWatch.Missed missed = left.missed();
        return new Seen(missed.expected(), missed.low(), missed.high(), 0, OptionalDouble.of(missed.chance()));
    }

    private static Seen moved(Moved moved) {
        return new Seen(100, 100 * moved.low(), 100 * moved.high(), 100 * moved.factor(), OptionalDouble.empty());
    }

    private Map.Entry<String, MixWatch> leftGroup() {
        return groups.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue().evidence()))
                .orElseThrow();
    }
}
