package org.offtake.patterns.contract;

import java.time.LocalDate;

/** Something a customer took on a day, in units and in money; a return is negative in both. */
public record Taken(LocalDate date, double quantity, double value) {
    public Taken {
        if (!Double.isFinite(quantity) || !Double.isFinite(value)) {
            throw new IllegalArgumentException("on " + date + " the quantity is " + quantity + ", the value " + value);
        }
    }

    /** In what the contract counts; a rate-only contract counts money. */
    public double in(Measure measure) {
        return measure == Measure.QUANTITY ? quantity : value;
    }
}
