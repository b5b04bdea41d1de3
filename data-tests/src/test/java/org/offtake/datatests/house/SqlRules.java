package org.offtake.datatests.house;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds for how a model's SELECT is written; each rule gives what breaks it, with file and line. */
public final class SqlRules {
    private static final int LINES = 120;
    private static final int COLUMNS = 140;
    private static final int SHORTEST_ALIAS = 3;
    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile("'(?:[^']|'')*'|--[^\\n]*");
    private static final Set<String> KEYWORDS = Set.of(
            "select",
            "distinct",
            "from",
            "where",
            "join",
            "left",
            "inner",
            "full",
            "cross",
            "on",
            "group",
            "order",
            "by",
            "having",
            "with",
            "union",
            "all",
            "as",
            "and",
            "or",
            "not",
            "in",
            "is",
            "null",
            "like",
            "between",
            "case",
            "when",
            "then",
            "else",
            "end",
            "cast",
            "over",
            "partition",
            "exists",
            "true",
            "false",
            "lateral",
            "coalesce",
            "interval",
            "asc",
            "desc",
            "qualify",
            "limit",
            "filter");
    private static final Pattern WORD = Pattern.compile("(?<![.`])\\b[A-Za-z_]+\\b");
    private static final Pattern CLOCK_OR_CHANCE = Pattern.compile(
            "\\b(current_date|current_timestamp|now|localtimestamp|curdate|rand|randn|random|uuid|shuffle|"
                    + "monotonically_increasing_id)\\b");
    private static final Pattern ORDER_DEPENDS = Pattern.compile(
            "(sort_array|array_sort)?\\s*\\(?\\s*\\b(first|last|first_value|last_value|any_value|collect_list)\\s*\\(");
    private static final String ORDERED = "\\((?:[^()]|\\([^()]*\\))*\\border\\s+by\\b";
    private static final Pattern WINDOW =
            Pattern.compile("^\\s*(?:(?:ignore|respect)\\s+nulls\\s+)?over\\s*(\\w+\\b|" + ORDERED + ")");
    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:from|join)\\s+((?:gold|silver|seed|mart|bronze)\\.\\w+)(?:\\s+(as\\s+)?(?!on\\b|where\\b|group\\b|"
                    + "join\\b|left\\b|inner\\b|cross\\b|full\\b|union\\b|order\\b|having\\b)(\\w+))?");

    private SqlRules() {}

    /** All rules, in the order in which a reader meets them. */
    public static Stream<String> broken(SourceFile file) {
        return Stream.of(
                        firstLine(file),
                        size(file),
                        upperCaseKeywords(file),
                        aliases(file),
                        found(file, CLOCK_OR_CHANCE, "depends on the clock or on chance"),
                        unordered(file))
                .flatMap(broken -> broken);
    }

    private static Stream<String> firstLine(SourceFile file) {
        boolean saysItsRow = !file.lines().isEmpty() && file.lines().get(0).startsWith("-- One row per ");
        return saysItsRow ? Stream.empty() : Stream.of(file.path() + ":1 does not begin with `-- One row per …`");
    }

    private static Stream<String> size(SourceFile file) {
        Stream<String> wide = JavaRules.found(
                file, Pattern.compile(".{" + (COLUMNS + 1) + "}"), "is wider than " + COLUMNS + " characters");
        return file.lines().size() < LINES
                ? wide
                : Stream.concat(
                        Stream.of(file.path() + " has " + file.lines().size() + " lines: it is two models"), wide);
    }

    private static Stream<String> upperCaseKeywords(SourceFile file) {
        String code = code(file);
        return WORD.matcher(code)
                .results()
                .filter(word -> !word.group().equals(word.group().toLowerCase(Locale.ROOT)))
                .filter(word -> KEYWORDS.contains(word.group().toLowerCase(Locale.ROOT)))
                .map(word -> at(file, code, word.start()) + " writes " + word.group() + ", not lower case");
    }

    private static Stream<String> aliases(SourceFile file) {
        String code = code(file);
        return TABLE.matcher(code).results().flatMap(table -> {
            String place = at(file, code, table.start());
            if (table.group(3) == null) {
                return Stream.of(place + " gives " + table.group(1) + " no name of its own: write `as <what it is>`");
            }
            if (table.group(2) == null) {
                return Stream.of(place + " writes no `as` before " + table.group(3));
            }
            return table.group(3).length() < SHORTEST_ALIAS
                    ? Stream.of(place + " names a table " + table.group(3) + ", which is no word")
                    : Stream.empty();
        });
    }

    /** A first one of rows in no order, or a list of them, is another one on another day. */
    private static Stream<String> unordered(SourceFile file) {
        String code = code(file);
        return ORDER_DEPENDS
                .matcher(code)
                .results()
                .filter(call -> call.group(1) == null)
                .filter(call -> !isOrdered(code, closing(code, call.end())))
                .map(call -> at(file, code, call.start(2)) + " takes " + call.group(2) + " of rows in no order");
    }

    /** Whether what stands at the position is a window, or the name of one, that says its order. */
    private static boolean isOrdered(String code, int position) {
        Matcher window = WINDOW.matcher(code.substring(position));
        if (!window.find()) {
            return false;
        }
        return window.group(1).startsWith("(")
                || Pattern.compile("\\b" + window.group(1) + "\\s+as\\s*" + ORDERED)
                        .matcher(code)
                        .find();
    }

    private static Stream<String> found(SourceFile file, Pattern wrong, String how) {
        String code = code(file);
        return wrong.matcher(code)
                .results()
                .map(match -> at(file, code, match.start()) + " " + how + ": " + match.group());
    }

    /** The text with literals and comments blanked out, every character in its place. */
    private static String code(SourceFile file) {
        return LITERAL_OR_COMMENT.matcher(file.text()).replaceAll(match -> " "
                .repeat(match.group().length()));
    }

    private static int closing(String code, int afterOpening) {
        int depth = 1;
        int index = afterOpening;
        for (; index < code.length() && depth > 0; index++) {
            depth += code.charAt(index) == '(' ? 1 : code.charAt(index) == ')' ? -1 : 0;
        }
        return index;
    }

    private static String at(SourceFile file, String code, int position) {
        long line = code.substring(0, position)
                        .chars()
                        .filter(character -> character == '\n')
                        .count()
                + 1;
        return file.path() + ":" + line;
    }
}
