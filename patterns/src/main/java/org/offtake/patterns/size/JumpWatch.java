package org.offtake.patterns.size;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that the quantities of one group have jumped. A jump that was told is neither evidence again nor usual
 * while it lasts; when it has lasted too long for one, it is what is usual.
 */
final class JumpWatch {
    private static final double JUMP = 1.3;
    private static final int DAYS = 60;
    /** So many usual lines in a row, and the jump is over. */
    private static final int OVER = 2;

    private final String group;
    private final SizeWatch watch = new SizeWatch(JUMP, DAYS);
    private @Nullable GroupSize jumped;
    private int toldOn;
    private int usualLines;

    JumpWatch(String group) {
        this.group = group;
    }

    /** A line of the group came; what is usual of its quantities from then on. */
    GroupSize order(int day, Line line) {
        watch.order(day, List.of(line));
        GroupSize usual = line.usual();
        double quantity = line.quantity();
        if (jumped == null) {
            return usual.observe(day, quantity);
        }
        boolean high = quantity > (usual.mean() + jumped.mean()) / 2;
        usualLines = high ? 0 : usualLines + 1;
        GroupSize now = high ? usual : usual.observe(day, quantity);
        jumped = high ? jumped.observe(day, quantity) : jumped;
        if (usualLines >= OVER) {
            jumped = null;
        } else if (day - toldOn > DAYS) {
            now = jumped;
            jumped = null;
        }
        return now;
    }

    /** An order without the group came. */
    void orderWithout(int day) {
        watch.order(day, List.of());
    }

    void begin(int day, double weight, GroupSize usual) {
        if (jumped == null) {
            watch.begin(day, weight, Map.of(group, usual));
        }
    }

    double evidence(int day) {
        return watch.evidence(day);
    }

    OptionalInt since() {
        return watch.since();
    }

    IntStream beginnings() {
        return watch.beginnings();
    }

    Moved moved() {
        return watch.moved();
    }

    /** What was told is not told again. */
    void accept(int day, GroupSize usual) {
        jumped = changed(usual);
        toldOn = day;
        usualLines = 0;
        watch.forget();
    }

    /** What is believed of the group if it has jumped. */
    GroupSize changed(GroupSize usual) {
        return watch.changed().getOrDefault(group, usual.shifted(JUMP));
    }

    void forget() {
        jumped = null;
        watch.forget();
    }

    void write(DataOutput state, SizesOut sizes) throws IOException {
        watch.write(state, sizes);
        state.writeBoolean(jumped != null);
        if (jumped != null) {
            sizes.write(jumped);
        }
        state.writeInt(toldOn);
        state.writeInt(usualLines);
    }

    /** Goes on from what was written of a watch of the same group. */
    void read(DataInput state, SizesIn sizes) throws IOException {
        watch.read(state, sizes);
        jumped = state.readBoolean() ? sizes.size() : null;
        toldOn = state.readInt();
        usualLines = state.readInt();
    }
}
