package org.offtake.patterns.detect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is believed of a customer and of each of their product groups, and what was told of them, at the end of the day of an order: whoever
 * goes on from here tells the same, to the last bit, as whoever begins with the first order. It hardly grows with their history.
 */
public final class WatchState {
    private final int day;
    private final byte[] bytes;
    private final boolean hasAmounts;

    /** What it holds. */
    record Held(CustomerWatch watch, List<Purchase> purchases, List<Episode> told) {
        /** Of a customer of whom nothing is known of money. */
        Held withoutAmounts() {
            return new Held(
                    watch,
                    purchases.stream()
                            .map(purchase -> new Purchase(purchase.order(), Map.of()))
                            .toList(),
                    told.stream()
                            .map(episode -> new Episode(episode.alarm(), Optional.empty(), episode.closed()))
                            .toList());
        }
    }

    private WatchState(int day, byte[] bytes, boolean hasAmounts) {
        this.day = day;
        this.bytes = bytes;
        this.hasAmounts = hasAmounts;
    }

    /**
     * @param day epoch day
     * @param bytes as {@link #bytes} gave them, of this version of the detector
     */
    public WatchState(int day, byte[] bytes) {
        this(day, bytes.clone(), true);
    }

    /** Epoch day of the last order in it. */
    public int day() {
        return day;
    }

    /** To be kept; another version of the detector may not understand them. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The same of a customer of whom nothing is known of money: one who now buys in another currency too. */
    public WatchState withoutAmounts() {
        return new WatchState(day, bytes, false);
    }

    static WatchState of(int day, Held held) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream state = new DataOutputStream(bytes)) {
            PurchaseBytes.write(Stake.needed(held.purchases, held.watch.mayHaveChangedSince()), state);
            state.writeInt(held.told.size());
            for (Episode episode : held.told) {
                EpisodeBytes.write(episode, state);
            }
            held.watch.write(state);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new WatchState(day, bytes.toByteArray(), true);
    }

    /** @param edition that held on the day */
    Held held(Edition edition, Budget budget) {
        try (DataInputStream state = new DataInputStream(new ByteArrayInputStream(bytes))) {
            List<Purchase> purchases = PurchaseBytes.read(state);
            List<Episode> told = new ArrayList<>();
            for (int left = state.readInt(); left > 0; left--) {
                told.add(EpisodeBytes.read(state));
            }
            CustomerWatch watch = CustomerWatch.read(state, edition.priors(), edition.clock(), budget);
            Held held = new Held(watch, purchases, told);
            return hasAmounts ? held : held.withoutAmounts();
        } catch (IOException cut) {
            throw new UncheckedIOException("what is kept of a customer ends too early", cut);
        }
    }
}
