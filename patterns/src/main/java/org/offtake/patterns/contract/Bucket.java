package org.offtake.patterns.contract;

import java.time.LocalDate;

/** A part of a schedule: what is to be taken from one day to another, both included. */
public record Bucket(LocalDate startDate, LocalDate endDate, double amount) {
    public Bucket {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("the bucket until " + endDate + " has the amount " + amount);
        }
    }
}
