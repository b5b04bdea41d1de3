package org.offtake.models;

/** How the rows of a model take their place in its table. */
public sealed interface LoadRule {
    /** The rows of the changed units replace what the table holds of those units. */
    record Merge() implements LoadRule {}

    /** The whole table is worked out anew whenever an input changed. */
    record Replace() implements LoadRule {}

    /** The SELECT gives versions; the table holds the history of each id (Kimball's type 2). */
    record KeepHistory(String id) implements LoadRule {}

    static LoadRule parse(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length == 2 && words[0].equals("keep_history_of")) {
            return new KeepHistory(words[1]);
        }
        return switch (text.strip()) {
            case "merge" -> new Merge();
            case "replace" -> new Replace();
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is no load rule: write replace, merge, or keep_history_of <id>");
        };
    }
}
