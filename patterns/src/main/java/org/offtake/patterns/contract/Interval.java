package org.offtake.patterns.contract;

/** Between these two the total ends with the stated probability, as likely below as above. */
public record Interval(double low, double high) {
    public boolean holds(double value) {
        return value >= low && value <= high;
    }
}
