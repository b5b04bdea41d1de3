package org.offtake.dashboards;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offtake.models.Nearest;

/**
 * How a value is written for people.
 *
 * @param currency for money and price: a currency code, a column that holds one, or {@code company}
 */
public record Format(Kind kind, Optional<String> currency) {

    /** What is known of a value; a percent of 12.5 is written 12.5%, a change of it +12.5%. */
    public enum Kind {
        MONEY,
        PRICE,
        QUANTITY,
        PERCENT,
        CHANGE,
        COUNT,
        DATE,
        MONTH,
        COMPANY,
        COUNTRY,
        /** The number of a signal, which leads to its page. */
        SIGNAL,
        TEXT;

        /** As it stands in files and in answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads {@code money in currency_code}, {@code month} and the like. */
    static Format parse(String text) {
        String[] words = text.strip().split("\\s+");
        List<String> known = Arrays.stream(Kind.values()).map(Kind::word).toList();
        if (!known.contains(words[0])) {
            throw new IllegalArgumentException("'" + words[0] + "' is no format." + Nearest.hint(words[0], known));
        }
        Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
        boolean inCurrency = kind == Kind.MONEY || kind == Kind.PRICE;
        if (inCurrency && words.length == 3 && words[1].equals("in")) {
            return new Format(kind, Optional.of(words[2]));
        }
        if (inCurrency) {
            throw new IllegalArgumentException(
                    "'" + text + "': say in what, such as '" + kind.word() + " in currency_code'");
        }
        if (words.length > 1) {
            throw new IllegalArgumentException("'" + text + "': " + kind.word() + " takes nothing after it");
        }
        return new Format(kind, Optional.empty());
    }
}
