package org.offtake.models;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a column holds, from a small closed set; it fixes the type in Spark and in PostgreSQL.
 *
 * @param argument what stands after {@code in} or {@code of}: a currency, a currency column, a unit, a table
 */
public record ColumnType(Kind kind, Optional<String> argument) {

    /** The kinds of column, with their types; amounts are decimal with four digits. */
    public enum Kind {
        ID("string", "text", "_id"),
        KEY("bigint", "bigint", "_key"),
        DATE("date", "date", "_date"),
        INSTANT("timestamp", "timestamptz", "_at"),
        MONEY("decimal(20,4)", "numeric(20,4)", ""),
        PRICE("decimal(20,6)", "numeric(20,6)", ""),
        QUANTITY("decimal(20,6)", "numeric(20,6)", ""),
        RATE("decimal(20,8)", "numeric(20,8)", ""),
        PERCENT("decimal(20,4)", "numeric(20,4)", ""),
        PROBABILITY("double", "double precision", ""),
        STATISTIC("double", "double precision", ""),
        COUNT("bigint", "bigint", ""),
        FLAG("boolean", "boolean", ""),
        DURATION("bigint", "bigint", ""),
        CURRENCY("string", "text", ""),
        CODE("string", "text", ""),
        TEXT("string", "text", "");

        private final String sparkType;
        private final String postgresType;
        private final String ending;

        Kind(String sparkType, String postgresType, String ending) {
            this.sparkType = sparkType;
            this.postgresType = postgresType;
            this.ending = ending;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads {@code money in currency_code}, {@code key of gold.dim_party}, {@code date} and the like. */
    public static ColumnType parse(String text) {
        String[] words = text.strip().split("\\s+", 3);
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.word().equals(words[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + words[0] + "' is no column type."
                        + Nearest.hint(
                                words[0],
                                Arrays.stream(Kind.values()).map(Kind::word).toList())));
        Optional<String> argument = words.length == 3 ? Optional.of(words[2].strip()) : Optional.empty();
        boolean needsArgument = kind == Kind.MONEY || kind == Kind.PRICE || kind == Kind.DURATION;
        if (needsArgument && (argument.isEmpty() || !words[1].equals("in"))) {
            throw new IllegalArgumentException("'" + text + "': say in what, such as '" + kind.word() + " in "
                    + (kind == Kind.DURATION ? "minutes" : "currency_code") + "'");
        }
        boolean mayTakeArgument = needsArgument || kind == Kind.KEY;
        if (words.length > 1 && !mayTakeArgument) {
            throw new IllegalArgumentException("'" + text + "': " + kind.word() + " takes nothing after it");
        }
        return new ColumnType(kind, argument);
    }

    public String sparkType() {
        return kind.sparkType;
    }

    public String postgresType() {
        return kind.postgresType;
    }

    /** The table a key points to, for {@code key of gold.dim_party}. */
    public Optional<TableName> pointsTo() {
        return kind == Kind.KEY ? argument.map(TableName::parse) : Optional.empty();
    }

    /** The ending that the name of such a column must have, or an empty text when any name will do. */
    public String ending() {
        return kind.ending;
    }

    @Override
    public String toString() {
        return kind.word()
                + argument.map(what -> (kind == Kind.KEY ? " of " : " in ") + what)
                        .orElse("");
    }
}
