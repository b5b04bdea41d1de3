package org.offtake.bench;

/**
 * One table built by several engines from the same inputs; seconds.
 *
 * @param name what was built
 * @param usual our way
 * @param other theirs
 * @param equal whether the rows were the same; if not, the figure is void
 */
record Compared(String name, double usual, String peer, double other, boolean equal) {}
