package org.offtake.patterns.mix;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The evidence that a product group has left a customer's orders: a Shiryaev-Roberts sum over the orders after which it
 * may have, each with the incidence that was believed then. Afterwards the group is in an order a tenth as often.
 */
public final class MixWatch {
    private static final double LEFT = 0.1;
    private static final int MOST = 12;
    /** With less, a beginning that is right is soon behind the next one, and it is given up. */
    private static final double NOTHING = 1e-8;
    /** What is hardly ever in an order cannot be missed. */
    private static final double HARDLY = 0.02;

    private GroupMix usual;
    private List<Beginning> beginnings = new ArrayList<>();
    private int absent;

    private record Beginning(int day, double evidence, double probability) {}

    private MixWatch(GroupMix usual, int absent) {
        this.usual = usual;
        this.absent = absent;
    }

    static MixWatch read(DataInput state) throws IOException {
        MixWatch watch = new MixWatch(new GroupMix(state.readDouble(), state.readDouble()), state.readInt());
        for (int left = state.readInt(); left > 0; left--) {
            watch.beginnings.add(new Beginning(state.readInt(), state.readDouble(), state.readDouble()));
        }
        return watch;
    }

    void write(DataOutput state) throws IOException {
        state.writeDouble(usual.in());
        state.writeDouble(usual.out());
        state.writeInt(absent);
        state.writeInt(beginnings.size());
        for (Beginning beginning : beginnings) {
            state.writeInt(beginning.day);
            state.writeDouble(beginning.evidence);
            state.writeDouble(beginning.probability);
        }
    }

    /** A group that has been in one order. */
    public MixWatch(MixPrior prior) {
        usual = new GroupMix(prior.in(), prior.out());
    }

    /**
     * An order came, after the one that the group was first in.
     *
     * @param weight of a change that begins after it; 0 while nothing is watched yet
     */
    public void order(int day, boolean present, double weight) {
        double expected = usual.probability();
        List<Beginning> next = new ArrayList<>();
        for (Beginning beginning : beginnings) {
            double changed = LEFT * beginning.probability;
            double ratio = present ? changed / expected : (1 - changed) / (1 - expected);
            if (beginning.evidence * ratio > NOTHING) {
                next.add(new Beginning(beginning.day, beginning.evidence * ratio, beginning.probability));
            }
        }
        usual = usual.observe(present);
        absent = present ? 0 : absent + 1;
        if (weight > 0 && usual.probability() > HARDLY) {
            next.add(new Beginning(day, weight, usual.probability()));
        }
        next.sort(Comparator.comparingDouble(Beginning::evidence).reversed());
        beginnings = new ArrayList<>(next.subList(0, Math.min(MOST, next.size())));
    }

    public double evidence() {
        double sum = 0;
        for (Beginning beginning : beginnings) {
            sum += beginning.evidence;
        }
        return sum;
    }

    /** The day of the order after which the group most likely left. */
    public OptionalInt since() {
        return beginnings.stream()
                .max(Comparator.comparingDouble(Beginning::evidence))
                .map(beginning -> OptionalInt.of(beginning.day))
                .orElse(OptionalInt.empty());
    }

    IntStream beginnings() {
        return beginnings.stream().mapToInt(Beginning::day);
    }

    /**
     * What is missed since the group most likely left.
     *
     * @param expected orders with the group among those since
     * @param low fewer in at most one of ten such cases
     * @param high more in at most one of ten
     * @param chance that none held it
     */
    public record Missed(double expected, double low, double high, double chance) {
        static Missed of(int orders, double probability) {
            return new Missed(
                    orders * probability,
                    quantile(orders, probability, 0.1),
                    quantile(orders, probability, 0.9),
                    Math.pow(1 - probability, orders));
        }

        /** The fewest orders that so large a share of cases does not exceed. */
        private static double quantile(int orders, double probability, double share) {
            double mass = Math.pow(1 - probability, orders);
            double sum = mass;
            int held = 0;
            while (sum < share && held < orders) {
                mass *= (orders - held) / (held + 1.0) * probability / (1 - probability);
                held++;
                sum += mass;
            }
            return held;
        }
    }

    /** What is missed in the orders since the last one that held the group. */
    public Missed missed() {
        double before = beginnings.stream()
                .max(Comparator.comparingDouble(Beginning::evidence))
                .map(Beginning::probability)
                .orElse(usual.probability());
        return Missed.of(absent, before);
    }

    /** The share of orders that usually hold the group. */
    public double probability() {
        return usual.probability();
    }

    /** Orders in a row without the group. */
    public int absent() {
        return absent;
    }

    /** That the group has left is what is usual from now on, and evidence begins anew. */
    public void accept() {
        usual = usual.times(LEFT);
        beginnings.clear();
    }
}
