package org.offtake.patterns.detect;

/**
 * A customer has left their pattern.
 *
 * @param day epoch day at whose end it was told
 * @param kind what contributes most
 * @param evidence of the direction, in multiples of what a year without change is expected to bring
 * @param probability that the customer has changed in that direction at all
 * @param since epoch day of the last order before the change, by the likeliest beginning
 * @param group product group, empty where all are concerned
 * @param seen what it is told of: the expectation and what came instead
 * @param kinds how much each kind contributes; below one it is what a year without change brings
 */
public record Alarm(
        int day, Kind kind, double evidence, double probability, int since, String group, Seen seen, Evidence kinds)
        implements News {}
