package org.offtake.patterns.contract;

/** What a contract commits to. */
public enum Measure {
    QUANTITY,
    VALUE,
    /** Prices only: nothing to fall short of. */
    RATE_ONLY
}
