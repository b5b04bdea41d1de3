package org.offtake.etl.guess;

import java.util.List;
import java.util.regex.Pattern;

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

    /** The first shape that every text has; {@code 1.234} alone is taken for a decimal point. */
    static NumberShape of(List<String> texts) {
        if (texts.stream().anyMatch(text -> LEADING_ZERO.matcher(text).matches())) {
            return NONE;
        }
        for (NumberShape shape : List.of(WHOLE, POINT, COMMA)) {
            if (texts.stream().allMatch(text -> shape.pattern.matcher(text).matches())) {
                return shape;
            }
        }
        return NONE;
    }

    static boolean isNumber(String text) {
        return of(List.of(text)) != NONE;
    }
}
