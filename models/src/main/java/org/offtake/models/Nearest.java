package org.offtake.models;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name a misspelt one was probably meant to be. */
public final class Nearest {
    private Nearest() {}

    /** The nearest of the known names, when it is near enough to be worth saying. */
    public static Optional<String> to(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> apart(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> apart(name, candidate) <= Math.max(2, name.length() / 3));
    }

    /** A name without its layer or system, such as {@code dim_party}, is near to the one with it. */
    private static int apart(String name, String candidate) {
        int end = Math.max(candidate.lastIndexOf('.'), candidate.lastIndexOf('/'));
        int whole = distance(name, candidate);
        return name.contains(".") || name.contains("/") || end < 0
                ? whole
                : Math.min(whole, distance(name, candidate.substring(end + 1)));
    }

    /** " Did you mean 'x'?" or the list of what is known. */
    public static String hint(String name, Collection<String> known) {
        return to(name, known)
                .map(near -> " Did you mean '" + near + "'?")
                .orElseGet(() ->
                        " Known: " + String.join(", ", known.stream().sorted().toList()) + ".");
    }

    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int substitution = previous[column - 1]
                        + (Character.toLowerCase(left.charAt(row - 1))
                                        == Character.toLowerCase(right.charAt(column - 1))
                                ? 0
                                : 1);
                current[column] = Math.min(substitution, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
