package org.offtake.dashboards.metabase.wanted;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells a thing in Metabase as ours when nothing else remembers it: the last line of its description.
 *
 * @param slug what it is, such as {@code nl/signals/to_call}
 */
public record Mark(String project, String slug) {
    private static final Pattern WRITTEN = Pattern.compile("\\[offtake:([^/\\]]+)/([^\\]]+)]\\s*$");

    /** The description with the mark below it. */
    public String below(String description) {
        return description + "\n\n[offtake:" + project + "/" + slug + "]";
    }

    /** The mark of a description; empty where there is none. */
    public static Optional<Mark> in(String description) {
        Matcher found = WRITTEN.matcher(description);
        return found.find() ? Optional.of(new Mark(found.group(1), found.group(2))) : Optional.empty();
    }
}
