package org.offtake.schedules;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One command of a schedule, as a person types it.
 *
 * @param name lower case letters, digits and _
 * @param words what follows {@code ./offtake}; {@code {business_date}} stands for the business date of the run
 */
public record Step(String name, List<String> words) {
    static final String LAUNCHER = "./offtake";
    static final String BUSINESS_DATE = "{business_date}";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    public Step {
        words = List.copyOf(words);
    }

    /** Takes a line apart at its blanks; what stands in double quotes stays together. */
    static List<String> split(String line) {
        return WORD.matcher(line)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();
    }

    /** The words for a business date. */
    public List<String> on(LocalDate businessDate) {
        return words.stream()
                .map(word -> word.replace(BUSINESS_DATE, businessDate.toString()))
                .toList();
    }

    /** The line to type for a business date, from the folder of the checkout. */
    public String typed(LocalDate businessDate) {
        Stream<String> quoted = on(businessDate).stream().map(word -> word.contains(" ") ? '"' + word + '"' : word);
        return String.join(" ", Stream.concat(Stream.of(LAUNCHER), quoted).toList());
    }
}
