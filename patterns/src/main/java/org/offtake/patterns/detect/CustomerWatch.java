package org.offtake.patterns.detect;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.offtake.patterns.clock.OperationalClock;
import org.offtake.patterns.mix.MixWatch;
import org.offtake.patterns.rhythm.Rhythm;
import org.offtake.patterns.rhythm.RhythmChange;
import org.offtake.patterns.size.SizeChange;

/** One customer's pattern and the evidence against it, fed with order days and asked at the end of days. */
public final class CustomerWatch {
    private final Priors priors;
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
        notBeforeLast(day);
        if (stopTold || !enough(shared(rhythm.atMost(day)))) {
            return Optional.empty();
        }
        Evidence evidence = evidence(day);
        if (!enough(evidence)) {
            return Optional.empty();
        }
        Kind.Direction direction =
                evidence.of(Kind.Direction.DOWN) >= budget.threshold() ? Kind.Direction.DOWN : Kind.Direction.UP;
        Kind kind = evidence.strongest(direction);
        if (recovered(kind, day)) {
            sumUp(day);
            return Optional.empty();
        }
        Alarm alarm = told(day, kind, evidence.of(direction));
        sumUp(day);
        return Optional.of(alarm);
    }

    /** Orders dated in the future are not known yet. */
    private void notBeforeLast(int day) {
        if (rhythm.usual().begun() && day < rhythm.usual().lastDay()) {
            throw new IllegalArgumentException("asked for day " + day + " after an order of day "
                    + rhythm.usual().lastDay() + ": tell no orders of later days before");
        }
    }

    private boolean enough(Evidence evidence) {
        return evidence.of(Kind.Direction.DOWN) >= budget.threshold()
                || evidence.of(Kind.Direction.UP) >= budget.threshold();
    }

    /** What only returns to where it was before a drop that was told is no news. */
    private boolean recovered(Kind kind, int day) {
        if (kind == Kind.FASTER && rhythm.recovers()) {
            rhythm.acceptRecovery();
            return true;
        }
        if (kind == Kind.SIZE_JUMPED && sizes.recovers(day)) {
            sizes.acceptRecovery(day);
            return true;
        }
        return false;
    }

    private Alarm told(int day, Kind kind, double evidence) {
        int last = rhythm.usual().lastDay();
        int since = last;
        String group = "";
        switch (kind) {
            case STOPPED -> stopTold = true;
            case SLOWER -> {
                since = rhythm.slowerSince(day).orElse(last);
                rhythm.acceptSlower(day);
            }
            case FASTER -> {
                since = rhythm.fasterSince().orElse(last);
                rhythm.acceptFaster();
            }
            case GROUP_STOPPED -> {
                Map.Entry<String, MixWatch> left = leftGroup();
                group = left.getKey();
                since = left.getValue().since().orElse(last);
                left.getValue().accept();
            }
            case SIZE_DROPPED -> {
                since = sizes.droppedSince(day).orElse(last);
                sizes.acceptDrop(day);
            }
            case SIZE_JUMPED -> {
                group = sizes.jumpedGroup(day);
                since = sizes.jumpedSince(day).orElse(last);
                sizes.acceptJump(day);
            }
        }
        return new Alarm(day, kind, evidence, budget.probability(kind.direction(), evidence), since, group);
    }

    private Map.Entry<String, MixWatch> leftGroup() {
        return groups.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue().evidence()))
                .orElseThrow();
    }
}
