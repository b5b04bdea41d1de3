package org.offtake.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine;

/** Reads {@code table}, {@code csv} or {@code json}. */
final class FormatConverter implements CommandLine.ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
        return Arrays.stream(Format.values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new CommandLine.TypeConversionException("'" + text + "' is no format: table, csv or json"));
    }
}
