package org.offtake.patterns.detect;

/**
 * A customer is back where they were before a change that was told.
 *
 * @param day epoch day at whose end it shows
 * @param kind of the change that is over: SLOWER or SIZE_DROPPED
 */
public record Recovery(int day, Kind kind) implements News {}
