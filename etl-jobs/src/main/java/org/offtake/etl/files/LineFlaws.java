package org.offtake.etl.files;

import java.util.Optional;

/** What can be wrong with a line of text, whatever its format. */
final class LineFlaws {

    private LineFlaws() {}

    static Optional<Flaw> of(Line line) {
        return line.cut() ? Optional.of(tooLong()) : ofText(line.text(), line.undecodable());
    }

    static Optional<Flaw> ofText(String text, String undecodable) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return Optional.of(
                    new Flaw(Flaw.NUL, "a NUL character stands at character " + (nul + 1) + " of the record"));
        }
        if (undecodable.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Flaw(
                Flaw.UNDECODABLE,
                "the bytes " + undecodable + ", shown as \uFFFD, are no text in the declared charset; "
                        + "correct the charset in the contract or the text at its source"));
    }

    static Flaw tooLong() {
        return new Flaw(
                Flaw.TOO_LONG, "the record has more than " + PhysicalLines.LONGEST + " characters and was left out");
    }

    static Flaw tooLongField(String field, int length) {
        return new Flaw(
                Flaw.TOO_LONG, "field " + field + " has " + length + " characters, more than " + CsvRows.LONGEST_FIELD);
    }
}
