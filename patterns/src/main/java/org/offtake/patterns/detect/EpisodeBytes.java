package org.offtake.patterns.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Episodes as they are kept in a {@link WatchState}. */
final class EpisodeBytes {
    private EpisodeBytes() {}

    static void write(Episode episode, DataOutput state) throws IOException {
        write(episode.alarm(), state);
        state.writeBoolean(episode.stake().isPresent());
        if (episode.stake().isPresent()) {
            write(episode.stake().get(), state);
        }
        state.writeBoolean(episode.closed().isPresent());
        if (episode.closed().isPresent()) {
            state.writeInt(episode.closed().get().day());
            state.writeUTF(episode.closed().get().how().name());
        }
    }

    static Episode read(DataInput state) throws IOException {
        Alarm alarm = alarm(state);
        Optional<Stake> stake = state.readBoolean() ? Optional.of(stake(state)) : Optional.empty();
        Optional<Episode.Closed> closed = state.readBoolean()
                ? Optional.of(new Episode.Closed(state.readInt(), Episode.How.valueOf(state.readUTF())))
                : Optional.empty();
        return new Episode(alarm, stake, closed);
    }

    private static void write(Alarm alarm, DataOutput state) throws IOException {
        state.writeInt(alarm.day());
        state.writeUTF(alarm.kind().name());
        state.writeDouble(alarm.evidence());
        state.writeDouble(alarm.probability());
        state.writeInt(alarm.since());
        state.writeUTF(alarm.group());
        write(alarm.seen(), state);
        write(alarm.kinds(), state);
    }

    private static Alarm alarm(DataInput state) throws IOException {
        return new Alarm(
                state.readInt(),
                Kind.valueOf(state.readUTF()),
                state.readDouble(),
                state.readDouble(),
                state.readInt(),
                state.readUTF(),
                seen(state),
                evidence(state));
    }

    private static void write(Seen seen, DataOutput state) throws IOException {
        state.writeDouble(seen.expected());
        state.writeDouble(seen.low());
        state.writeDouble(seen.high());
        state.writeDouble(seen.observed());
        state.writeBoolean(seen.chance().isPresent());
        if (seen.chance().isPresent()) {
            state.writeDouble(seen.chance().getAsDouble());
        }
    }

    private static Seen seen(DataInput state) throws IOException {
        return new Seen(
                state.readDouble(),
                state.readDouble(),
                state.readDouble(),
                state.readDouble(),
                state.readBoolean() ? OptionalDouble.of(state.readDouble()) : OptionalDouble.empty());
    }

    private static void write(Evidence evidence, DataOutput state) throws IOException {
        state.writeDouble(evidence.stopped());
        state.writeDouble(evidence.slower());
        state.writeDouble(evidence.groupStopped());
        state.writeDouble(evidence.sizeDropped());
        state.writeDouble(evidence.sizeJumped());
        state.writeDouble(evidence.faster());
    }

    private static Evidence evidence(DataInput state) throws IOException {
        return new Evidence(
                state.readDouble(),
                state.readDouble(),
                state.readDouble(),
                state.readDouble(),
                state.readDouble(),
                state.readDouble());
    }

    private static void write(Stake stake, DataOutput state) throws IOException {
        state.writeDouble(stake.amount());
        state.writeDouble(stake.low());
        state.writeDouble(stake.high());
        state.writeInt(stake.shares().size());
        for (Stake.Share share : stake.shares()) {
            state.writeUTF(share.group());
            state.writeDouble(share.part());
        }
    }

    private static Stake stake(DataInput state) throws IOException {
        double amount = state.readDouble();
        double low = state.readDouble();
        double high = state.readDouble();
        List<Stake.Share> shares = new ArrayList<>();
        for (int left = state.readInt(); left > 0; left--) {
            shares.add(new Stake.Share(state.readUTF(), state.readDouble()));
        }
        return new Stake(amount, low, high, shares);
    }
}
