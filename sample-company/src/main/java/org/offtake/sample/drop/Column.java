package org.offtake.sample.drop;

/** One column as the source names it, with what it holds; the type of a part of the natural key begins with {@code key}. */
public record Column(String name, String type, String about) {
    public boolean isKey() {
        return type.startsWith("key");
    }
}
