package org.offtake.dashboards;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.offtake.models.Nearest;
import org.offtake.models.YamlMap;

/** How an item is shown. */
public enum Shows {
    /** The first row in a sentence and a large figure; further rows (other currencies) below it. */
    NUMBER,
    /** Lines across time. */
    LINE,
    /** Bars across something. */
    BAR,
    /** Steps from one total to another. */
    BRIDGE,
    /** Rows and columns. */
    TABLE;

    /** As it stands in files and in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Shows read(YamlMap item) {
        String word = item.text("shows");
        List<String> known = Arrays.stream(values()).map(Shows::word).toList();
        if (!known.contains(word)) {
            throw item.problem("shows", "'" + word + "' cannot be shown." + Nearest.hint(word, known));
        }
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
