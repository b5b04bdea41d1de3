package org.offtake.etl.land;

import java.time.Instant;
import java.util.Optional;

/**
 * One edition of one file of a source: known by source, name and content.
 *
 * @param edition 1 for the first content seen under the name, then 2, 3, …
 * @param content SHA-256 of the bytes; empty for a file that could not be read
 * @param stamp the time that the file's name dates it with
 * @param modifiedMillis when the file system says it was last written, to recognise it without reading it
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
        String reason) {
    /** What became of a delivery. */
    public enum State {
        LIVE,
        REPLACED,
        REFUSED
    }

    Delivery replaced() {
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
                State.REPLACED,
                reason);
    }

    Delivery refused(String why) {
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
                State.REFUSED,
                why);
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
