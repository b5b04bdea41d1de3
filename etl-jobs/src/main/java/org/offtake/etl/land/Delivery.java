package org.offtake.etl.land;

import java.time.Instant;
import java.util.Optional;

/**
 * One edition of one file of a source, or of one reading of a table of its database: known by source, name and content.
 *
 * @param edition 1 for the first content seen under the name, then 2, 3, …
 * @param content SHA-256 of the bytes; empty for a file that could not be read
 * @param stamp the time that the file's name dates it with
 * @param modifiedMillis when the file system says it was last written, to recognise it without reading it
 * @param position how far a table of a database was read with it; empty for a file
 */
public record Delivery(
        String system,
        String table,
        String name,
        int edition,
        String content,
        Optional<Instant> stamp,
        Instant arrivedAt,
        long bytes,
        long modifiedMillis,
        long records,
        State state,
        String reason,
        String position) {
    /** What became of a delivery. */
    public enum State {
        LIVE,
        REPLACED,
        REFUSED
    }

    Delivery replaced() {
        return with(State.REPLACED, reason, position);
    }

    Delivery refused(String why) {
        return with(State.REFUSED, why, position);
    }

    Delivery readUpTo(String place) {
        return with(state, reason, place);
    }

    private Delivery with(State other, String why, String place) {
        return new Delivery(
                system,
                table,
                name,
                edition,
                content,
                stamp,
                arrivedAt,
                bytes,
                modifiedMillis,
                records,
                other,
                why,
                place);
    }

    public boolean isLive() {
        return state == State.LIVE;
    }

    /** Whether it holds corrections of records of other deliveries. */
    public boolean isCorrection() {
        return CorrectionSheet.isName(name);
    }

    String id() {
        return system + "/" + table + "/" + name + "#" + edition;
    }
}
