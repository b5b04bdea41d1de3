package org.offtake.etl.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of dates or times as an SQL expression that reads them, null where a text does not follow it.
 *
 * <p>A pattern of fixed width is read by taking the text apart, since formatting machinery costs far more than the
 * rest of a record, above all where it fails; any other pattern is left to Spark.
 */
record TimePattern(String pattern) {
    private static final Pattern FIELD = Pattern.compile("yyyy|MM|dd|HH|mm|ss|'([^']*)'|[^A-Za-z']|(.)");

    String parsed(String text) {
        return fixedWidth(text)
                .orElseGet(() -> "try_to_timestamp(" + text + ", '" + pattern.replace("'", "\\'") + "')");
    }

    /** Guarded by the shape, then cast from the order that Spark reads without a pattern. */
    private Optional<String> fixedWidth(String text) {
        Map<String, Integer> places = new TreeMap<>();
        StringBuilder shape = new StringBuilder();
        Matcher fields = FIELD.matcher(pattern);
        while (fields.find()) {
            String field = fields.group();
            if (fields.group(2) != null || places.containsKey(field)) {
                return Optional.empty();
            }
            if (Character.isLetter(field.charAt(0))) {
                places.put(field, shape.length() + 1);
                shape.append("_".repeat(field.length()));
                continue;
            }
            String literal = fields.group(1) == null ? field : fields.group(1);
            if (literal.matches(".*[%_\\\\].*")) {
                return Optional.empty();
            }
            shape.append(literal);
        }
        if (!places.keySet().containsAll(List.of("yyyy", "MM", "dd"))) {
            return Optional.empty();
        }
        String date = part(text, places, "yyyy") + ", '-', " + part(text, places, "MM") + ", '-', "
                + part(text, places, "dd");
        String time = !places.containsKey("HH")
                ? ""
                : ", ' ', " + part(text, places, "HH") + ", ':', " + part(text, places, "mm") + ", ':', "
                        + part(text, places, "ss");
        return Optional.of("case when " + text + " like " + Problem.text(shape.toString()) + " then try_cast(concat("
                + date + time + ") as timestamp) end");
    }

    private static String part(String text, Map<String, Integer> places, String field) {
        Integer place = places.get(field);
        return place == null ? "'00'" : "substr(" + text + ", " + place + ", " + field.length() + ")";
    }
}
