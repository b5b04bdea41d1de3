package org.offtake.etl.files;

/**
 * Follows the quotes of one record from line to line, by RFC 4180: a field that begins with a quote ends with the next
 * one that is not doubled, and then a delimiter or the line end must follow. A quote inside an unquoted field is text.
 */
final class QuoteScan {

    enum State {
        COMPLETE,
        OPEN,
        BROKEN
    }

    private final char quote;
    private final String delimiter;
    private boolean inside;
    private long openedOn;

    QuoteScan(char quote, String delimiter) {
        this.quote = quote;
        this.delimiter = delimiter;
    }

    /** The line on which the quote that is open, or that ended badly, was opened. */
    long openedOn() {
        return openedOn;
    }

    /** Where the record stands after one more line. */
    State after(Line line) {
        String text = line.text();
        int position = 0;
        while (true) {
            if (!inside) {
                position = nextOpening(text, position);
                if (position < 0) {
                    return State.COMPLETE;
                }
                inside = true;
                openedOn = line.number();
            }
            int next = afterClosing(text, position);
            if (next < 0) {
                return State.OPEN;
            }
            if (next == text.length()) {
                inside = false;
                return State.COMPLETE;
            }
            if (!text.startsWith(delimiter, next)) {
                return State.BROKEN;
            }
            inside = false;
            position = next + delimiter.length();
        }
    }

    /** The position after the next quote that begins a field, given that a field begins here; -1 for none. */
    private int nextOpening(String text, int start) {
        int position = start;
        while (position >= text.length() || text.charAt(position) != quote) {
            int end = text.indexOf(delimiter, position);
            if (end < 0) {
                return -1;
            }
            position = end + delimiter.length();
        }
        return position + 1;
    }

    /** The position after the quote that closes the field; -1 when it is still open at the end of the line. */
    private int afterClosing(String text, int start) {
        int found = text.indexOf(quote, start);
        while (found >= 0 && found + 1 < text.length() && text.charAt(found + 1) == quote) {
            found = text.indexOf(quote, found + 2);
        }
        return found < 0 ? -1 : found + 1;
    }
}
