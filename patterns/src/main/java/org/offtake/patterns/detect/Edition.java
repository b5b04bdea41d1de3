package org.offtake.patterns.detect;

import org.offtake.patterns.clock.OperationalClock;

/**
 * What all customers together taught by one day, for a customer of one segment.
 *
 * @param validFrom epoch day from which it holds, until the next one does; the earliest also holds before, but nothing is told
 *     of days before it
 */
public record Edition(int validFrom, Priors priors, OperationalClock clock) {}
