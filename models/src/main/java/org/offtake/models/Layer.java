package org.offtake.models;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The layers, in the one direction the data flows. */
public enum Layer {
    BRONZE,
    SEED,
    SILVER,
    GOLD,
    MART;

    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a model of this layer may read a table of the other one. */
    public boolean mayRead(Layer other) {
        return switch (this) {
            case BRONZE, SEED -> false;
            case SILVER -> other == BRONZE || other == SEED;
            case GOLD -> other == SILVER || other == GOLD || other == SEED;
            case MART -> other == GOLD || other == SEED;
        };
    }

    public static Layer parse(String text) {
        return Arrays.stream(values())
                .filter(layer -> layer.sqlName().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + text + "' is no layer." + Nearest.hint(text, names())));
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(Layer::sqlName).toList();
    }
}
