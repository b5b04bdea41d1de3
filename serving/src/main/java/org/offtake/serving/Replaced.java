package org.offtake.serving;

/** How many rows left a mart table and how many came. */
public record Replaced(long deleted, long inserted) {}
