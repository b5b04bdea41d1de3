package org.offtake.etl.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.offtake.models.Dialect;
import org.offtake.models.Nearest;

/** The contract of a source table as a person would begin it. */
public record ContractText(String fileName, FileGuess guess, List<String> entities) {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{8}");
    private static final Pattern VARYING = Pattern.compile(DAY.pattern() + "|\\d{4,}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** The YAML file, with a comment where a person has to decide. */
    public String yaml() {
        List<String> lines = new ArrayList<>();
        lines.add("about: (what a record of it is, and who sends it when)");
        lines.add("format: " + format());
        lines.add("files: " + quoted(files()));
        stamp().ifPresent(lines::add);
        dialect().ifPresent(lines::add);
        lines.add("columns:");
        int width = guess.columns().stream()
                .mapToInt(column -> name(column).length() + 1)
                .max()
                .orElse(0);
        guess.columns()
                .forEach(column -> lines.add("  " + padded(name(column) + ":", width) + " " + column(column)
                        + (column.doubt().isEmpty() ? "" : "  # " + column.doubt())));
        String entity = Nearest.to(table(), entities).orElse("");
        lines.add(
                entity.isEmpty()
                        ? "becomes: {}  # which entity is a record: " + String.join(", ", entities) + "?"
                        : "becomes: {" + entity + ": otherwise}");
        return String.join("\n", lines) + "\n";
    }

    /** What the table could be called: the name of the file without its days and its ending. */
    public String table() {
        String stem = fileName.replaceFirst("\\..*$", "");
        String plain = stem.replaceAll(VARYING.pattern(), "")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "")
                .toLowerCase(Locale.ROOT);
        return plain.isEmpty() ? "records" : plain;
    }

    private String format() {
        return guess.dialect().format().name().toLowerCase(Locale.ROOT);
    }

    /** Days and long numbers in the name are what differs from file to file. */
    private String files() {
        return fileName.replaceAll("([\\[\\]{}?*\\\\])", "\\\\$1").replaceAll(VARYING.pattern(), "*");
    }

    private Optional<String> stamp() {
        Matcher day = DAY.matcher(fileName);
        if (!day.find()) {
            return Optional.empty();
        }
        boolean dashes = day.group().contains("-");
        return Optional.of("stamp: {name: " + quoted(dashes ? "(\\d{4}-\\d{2}-\\d{2})" : "(\\d{8})") + ", format: "
                + (dashes ? "yyyy-MM-dd" : "yyyyMMdd") + "}");
    }

    private Optional<String> dialect() {
        Dialect usual = Dialect.csv().withFormat(guess.dialect().format());
        Dialect found = guess.dialect();
        List<String> parts = new ArrayList<>();
        if (!found.delimiter().equals(usual.delimiter())) {
            parts.add("delimiter: " + quoted(found.delimiter()));
        }
        if (found.quote() != usual.quote()) {
            parts.add("quote: " + quoted(String.valueOf(found.quote())));
        }
        if (!found.charset().equals(usual.charset())) {
            parts.add("encoding: " + found.charset());
        }
        if (found.header() != usual.header()) {
            parts.add("header: " + found.header().name().toLowerCase(Locale.ROOT));
        }
        if (guess.decimalComma()) {
            parts.add("decimal: \",\"");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of("dialect: {" + String.join(", ", parts) + "}");
    }

    private static String name(ColumnGuess column) {
        return PLAIN.matcher(column.name()).matches() ? column.name() : quoted(column.name());
    }

    private static String column(ColumnGuess column) {
        List<String> parts = new ArrayList<>();
        parts.add("is: " + column.type());
        if (column.optional()) {
            parts.add("optional: true");
        }
        if (!column.formats().isEmpty()) {
            parts.add("format: " + listed(column.formats()));
        }
        if (!column.missing().isEmpty()) {
            parts.add("missing: " + listed(column.missing()));
        }
        if (!column.repair().isEmpty()) {
            parts.add("repair: " + column.repair());
        }
        return "{" + String.join(", ", parts) + "}";
    }

    private static String listed(List<String> texts) {
        return texts.size() == 1
                ? quoted(texts.get(0))
                : texts.stream().map(ContractText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
