package org.offtake.etl.guess;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether texts are numbers, and how they are written. */
enum NumberShape {
    /** Digits only, as many as fit a whole number. */
    WHOLE("[+-]?\\d{1,18}"),
    /** Digits and perhaps a decimal point. */
    POINT("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?"),
    /** Digits and perhaps a decimal comma, with points between thousands or without. */
    COMMA("[+-]?(\\d+|\\d{1,3}(\\.\\d{3})+)(,\\d+)?"),
    NONE("");

    private static final Pattern LEADING_ZERO = Pattern.compile("0\\d.*");

    private final Pattern pattern;

    NumberShape(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** The shape that most texts have, the first one of equals; {@code 1.234} alone is taken for a decimal point. */
    static NumberShape of(List<String> texts) {
        if (texts.stream().anyMatch(text -> LEADING_ZERO.matcher(text).matches())) {
            return NONE;
        }
        return Stream.of(WHOLE, POINT, COMMA)
                .min(Comparator.comparingInt(shape -> shape.misfits(texts).size()))
                .orElse(NONE);
    }

    /** The texts that are no numbers of this shape. */
    List<String> misfits(List<String> texts) {
        return texts.stream()
                .filter(text -> this == NONE || !pattern.matcher(text).matches())
                .toList();
    }

    static boolean isNumber(String text) {
        List<String> one = List.of(text);
        return of(one).misfits(one).isEmpty();
    }
}
