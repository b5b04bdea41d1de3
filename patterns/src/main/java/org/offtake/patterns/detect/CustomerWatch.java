package org.offtake.patterns.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.mix.MixChange;
import org.offtake.patterns.rhythm.Ceiling;
import org.offtake.patterns.rhythm.Rhythm;
import org.offtake.patterns.rhythm.RhythmChange;
import org.offtake.patterns.size.SizeChange;

/** One customer's pattern and the evidence against it, fed with order days and asked at the end of days. */
public final class CustomerWatch {
    /** Two ways to work out the same differ by far less. */
    private static final double NEARLY = 1 - 1e-6;

    private Priors priors;
    private final Budget budget;
    private final RhythmChange rhythm;
    private final SizeChange sizes;
    private final MixChange groups;
    private boolean stopTold;
    private double leftGroups;
    private double droppedSizes;
    private double jumpedSizes;

    public CustomerWatch(Priors priors, OperationalClock clock, Budget budget) {
        this(priors, clock, budget, new SizeChange(priors.size()), new MixChange());
    }

    private CustomerWatch(Priors priors, OperationalClock clock, Budget budget, SizeChange sizes, MixChange groups) {
        this.priors = priors;
        this.budget = budget;
        this.rhythm = new RhythmChange(new Rhythm(priors.rhythm(), clock));
        this.sizes = sizes;
        this.groups = groups;
    }

    /** Goes on from what was written at the end of the day of an order, with what held on that day. */
    static CustomerWatch read(DataInput state, Priors priors, OperationalClock clock, Budget budget)
            throws IOException {
        SizeChange sizes = SizeChange.read(state, priors.size());
        CustomerWatch watch = new CustomerWatch(priors, clock, budget, sizes, MixChange.read(state));
        watch.rhythm.read(state);
        watch.stopTold = state.readBoolean();
        watch.sumUp(watch.rhythm.usual().lastDay());
        return watch;
    }

    /** At the end of the day of an order. */
    void write(DataOutput state) throws IOException {
        sizes.write(state);
        groups.write(state);
        rhythm.write(state);
        state.writeBoolean(stopTold);
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
        groups.order(order.day(), order.quantities().keySet(), weight, priors.mix());
        sizes.order(order.day(), order.quantities(), weight);
        sumUp(order.day());
    }

    /** What all customers teach is told anew: it holds from now on, and what was learnt of this one stays. */
    public void turn(Priors newPriors, OperationalClock clock) {
        priors = newPriors;
        rhythm.turn(newPriors.rhythm(), clock);
        sizes.turn(newPriors.size());
    }

    /** The day of the earliest order after which a change that is yet to be told may have begun; it never becomes earlier. */
    int mayHaveChangedSince() {
        return Stream.of(rhythm.beginnings(), sizes.beginnings(), groups.beginnings())
                .flatMapToInt(beginnings -> beginnings)
                .min()
                .orElse(rhythm.usual().lastDay());
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
        leftGroups = groups.evidence();
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
        Accepting.Change change = new Accepting(rhythm, sizes, groups).accepted(day, kind);
        stopTold = kind == Kind.STOPPED;
        return new Alarm(
                day,
                kind,
                all,
                budget.probability(kind.direction(), all),
                change.since(),
                change.group(),
                change.seen(),
                evidence);
    }
}
