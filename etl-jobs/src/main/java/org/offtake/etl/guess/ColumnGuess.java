package org.offtake.etl.guess;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a column probably holds, by its values first and its name second. A few values that are otherwise than the rest are
 * taken for flaws of their records, not for what the column is.
 *
 * @param type as a contract writes it
 * @param formats how its dates are written, where that is unusual
 * @param missing texts that seem to mean nothing
 * @param repair damage that seems to be done to it; empty for none
 * @param doubt what a person has to decide; empty for nothing
 */
record ColumnGuess(
        String name,
        String type,
        boolean optional,
        List<String> formats,
        List<String> missing,
        String repair,
        boolean decimalComma,
        String doubt) {
    private static final Set<String> NOTHING =
            Set.of("?", "n/a", "na", "null", "none", "nan", "-", "nvt", "unspecified");
    private static final Set<String> FLAGS = Set.of("true", "false", "yes", "no", "ja", "nee", "y", "n", "j");
    private static final Set<String> IDS =
            Set.of("id", "no", "nr", "nummer", "number", "ean", "gtin", "sku", "key", "ref", "barcode");
    private static final Set<String> CODES = Set.of("code", "type", "status", "state", "kind", "soort");
    private static final Set<String> PRICES = Set.of("price", "prijs", "tarief", "cost", "kostprijs");
    private static final Set<String> AMOUNTS = Set.of(
            "amount", "bedrag", "total", "totaal", "net", "netto", "gross", "bruto", "vat", "btw", "revenue", "omzet",
            "value", "waarde");
    private static final Set<String> PERCENTS = Set.of("percent", "percentage", "pct", "discount", "korting");
    private static final Set<String> RATES = Set.of("rate", "koers");
    private static final Set<String> CURRENCIES = Set.of("currency", "valuta", "munt");
    private static final Pattern ID_ENDING = Pattern.compile(".{3,}(nr|nummer|number|no|(?<!pa|val)id)");
    private static final int FEW = 25;

    /** One value in so many may be flawed. */
    private static final int FLAWED = 10;

    static ColumnGuess of(String name, List<String> values, int records, String currency) {
        List<String> said = values.stream()
                .filter(value -> !NOTHING.contains(value.toLowerCase(Locale.ROOT)))
                .toList();
        List<String> missing = values.stream()
                .filter(value -> NOTHING.contains(value.toLowerCase(Locale.ROOT)))
                .distinct()
                .sorted()
                .toList();
        ColumnGuess plain = new ColumnGuess(
                name,
                "text",
                said.size() < records,
                List.of(),
                missing,
                "",
                false,
                said.isEmpty() ? "always empty" : rarelyEmpty(records - said.size(), records));
        if (said.isEmpty()) {
            return plain;
        }
        int flaws = said.size() / FLAWED;
        List<String> noFlags = said.stream()
                .filter(value -> !FLAGS.contains(value.toLowerCase(Locale.ROOT)))
                .toList();
        if (noFlags.size() <= flaws) {
            return plain.as("flag").without(noFlags, "flag", said);
        }
        Optional<TimeShape> times = TimeShape.of(said, flaws);
        if (times.isPresent()) {
            return plain.dated(times.get()).without(times.get().misfits(), "date", said);
        }
        Set<String> words = words(name);
        NumberShape shape = NumberShape.of(said);
        List<String> noNumbers = shape.misfits(said);
        if (noNumbers.size() > flaws || (isId(words) && !noNumbers.isEmpty())) {
            return plain.as(textType(words, said));
        }
        return plain.counted(words, said, shape, currency).without(noNumbers, "number", said);
    }

    private static String rarelyEmpty(int empty, int records) {
        return empty == 0 || empty > records / FLAWED
                ? ""
                : "empty in " + empty + " of " + records + ": without `optional` these records go into quarantine";
    }

    /** The same, with a word on the values that are not what the column holds. */
    private ColumnGuess without(List<String> misfits, String what, List<String> said) {
        if (misfits.isEmpty()) {
            return this;
        }
        boolean one = misfits.size() == 1;
        return doubting(misfits.size() + " of " + said.size() + (one ? " is no " : " are no ") + what + ", such as '"
                + misfits.get(0) + "': " + (one ? "its record goes" : "their records go") + " into quarantine");
    }

    private ColumnGuess doubting(String more) {
        String both = Stream.of(doubt, more).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
        return new ColumnGuess(name, type, optional, formats, missing, repair, decimalComma, both);
    }

    private ColumnGuess as(String other) {
        return new ColumnGuess(name, other, optional, formats, missing, repair, decimalComma, doubt);
    }

    private ColumnGuess dated(TimeShape times) {
        ColumnGuess dated = new ColumnGuess(
                name, times.instant() ? "instant" : "date", optional, times.unusual(), missing, repair, false, doubt);
        return times.other().isEmpty() ? dated : dated.doubting(times.other() + " fits as well: ask its sender");
    }

    private ColumnGuess counted(Set<String> words, List<String> said, NumberShape shape, String currency) {
        boolean id = isId(words);
        boolean asFloat = id && said.stream().allMatch(value -> value.matches("\\d+\\.0+"));
        if (asFloat) {
            return new ColumnGuess(name, "id", optional, formats, missing, "float_id", false, doubt);
        }
        String number = id ? "id" : numberType(words, shape, currency);
        return new ColumnGuess(
                name, number, optional, formats, missing, repair, shape == NumberShape.COMMA && !id, doubt);
    }

    private static String numberType(Set<String> words, NumberShape shape, String currency) {
        if (among(words, PRICES)) {
            return "price in " + currency;
        }
        if (among(words, AMOUNTS)) {
            return "money in " + currency;
        }
        if (among(words, PERCENTS)) {
            return "percent";
        }
        if (among(words, RATES)) {
            return "rate";
        }
        boolean counts = shape == NumberShape.WHOLE && (words.contains("count") || words.contains("line"));
        return counts ? "count" : "quantity";
    }

    private static String textType(Set<String> words, List<String> said) {
        if (among(words, CURRENCIES) && said.stream().allMatch(value -> value.matches("[A-Z]{3}"))) {
            return "currency";
        }
        boolean oneWord = said.stream().noneMatch(value -> value.contains(" "));
        int distinct = new HashSet<>(said).size();
        if (oneWord && among(words, CODES)) {
            return "code";
        }
        if (oneWord && (isId(words) || said.stream().allMatch(value -> value.matches("\\d+")))) {
            return "id";
        }
        return oneWord && distinct <= FEW && distinct * 4 <= said.size() ? "code" : "text";
    }

    /** {@code Klantnr} and {@code customerid} name an id as {@code customer_id} does; {@code prepaid} does not. */
    private static boolean isId(Set<String> words) {
        return among(words, IDS)
                || words.stream().anyMatch(word -> ID_ENDING.matcher(word).matches());
    }

    private static boolean among(Set<String> words, Set<String> known) {
        return words.stream().anyMatch(known::contains);
    }

    /** The words of a name: {@code customerID}, {@code customer_id} and {@code Customer ID} have two. */
    private static Set<String> words(String name) {
        String apart = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Arrays.stream(apart.split("[^a-z0-9]+")).collect(Collectors.toSet());
    }
}
