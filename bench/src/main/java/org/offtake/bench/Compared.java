package org.offtake.bench;

/**
 * One SELECT worked out and written in two ways from the same inputs; seconds.
 *
 * @param what the rows it was worked out of
 * @param usual our way
 * @param other theirs
 * @param equal whether the rows were the same; if not, the figure is void
 */
record Compared(String what, String table, double usual, Peer peer, double other, boolean equal) {
    enum Peer {
        PLAIN_SPARK("plain Spark in full"),
        MERGE("the engine with MERGE"),
        DUCKDB("DuckDB");

        private final String words;

        Peer(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
