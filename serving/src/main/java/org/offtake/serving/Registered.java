package org.offtake.serving;

/**
 * What one run wrote into the register of signals.
 *
 * @param raised signals told for the first time
 * @param muted episodes that were not told because somebody asked to hear no more of them for now
 * @param cooling episodes that were not told because a signal of the same subject ended only days before
 */
public record Registered(long raised, long closed, long withdrawn, long reopened, long muted, long cooling) {
    /** That there was nothing to write. */
    public static final Registered NOTHING = new Registered(0, 0, 0, 0, 0, 0);

    /** The counts in one line. */
    @Override
    public String toString() {
        return raised + " raised, " + closed + " closed, " + withdrawn + " withdrawn, " + reopened
                + " reopened; held back: " + muted + " muted, " + cooling + " cooling down";
    }
}
