package org.offtake.sample.wholesale;

import java.time.LocalDate;

/**
 * A planted change in how a customer buys.
 *
 * @param onset the first day that differs
 * @param group the product group it is about; empty when it is about the whole customer
 */
public record Deviation(Kind kind, LocalDate onset, String group) {
    private static final int SPIKE_DAYS = 45;

    /** The ways to leave the agreed path. */
    public enum Kind {
        /** No order any more. */
        STOP("DOWN"),
        /** Orders come at 0.35 of their pace. */
        SLOWDOWN("DOWN"),
        /** Every quantity times 0.4. */
        SIZE_DROP("DOWN"),
        /** One product group is no longer bought. */
        MIX_DROP("DOWN"),
        /** One product group times four, for 45 days. */
        SPIKE("UP"),
        /** The contract's products in 0.1 of the orders that would have carried them. */
        UNDER_TAKE("DOWN");

        private final String direction;

        Kind(String direction) {
            this.direction = direction;
        }

        public String direction() {
            return direction;
        }
    }

    /** True when the deviation is of this kind and at work on this day. */
    boolean is(Kind asked, LocalDate day) {
        return kind == asked
                && !day.isBefore(onset)
                && (asked != Kind.SPIKE || day.isBefore(onset.plusDays(SPIKE_DAYS)));
    }
}
