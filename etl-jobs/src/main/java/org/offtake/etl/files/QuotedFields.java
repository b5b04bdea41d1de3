package org.offtake.etl.files;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.Reader;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offtake.models.Dialect;

/** Takes the fields of one record after the other with one parser, because a parser per record is slow. */
final class QuotedFields {

    private final CsvReader.CsvReaderBuilder strict;
    private final StringArrayHandler handler = StringArrayHandler.of();
    private final RecordFeed feed = new RecordFeed();
    private final Iterator<String[]> oneByOne;
    private final boolean readsAhead;

    QuotedFields(Dialect dialect) {
        strict = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .quoteCharacter(dialect.quote())
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(2 * PhysicalLines.LONGEST)
                .skipEmptyLines(false);
        oneByOne = strict.build(handler, feed).iterator();
        readsAhead = dialect.delimiter().length() > 1;
    }

    /** The fields of exactly one record, given without its last line end. */
    List<@Nullable String> of(String record) {
        if (readsAhead) {
            return Arrays.asList(strict.ofSingleCsvRecord(handler, record));
        }
        feed.give(record + "\n");
        return Arrays.asList(oneByOne.next());
    }

    /** A text that goes on when it is given the next record. */
    private static final class RecordFeed extends Reader {

        private String record = "";
        private int position;

        void give(String next) {
            if (position < record.length()) {
                throw new IllegalStateException("The parser left " + (record.length() - position) + " characters");
            }
            record = next;
            position = 0;
        }

        @Override
        public int read(char[] target, int offset, int length) {
            int count = Math.min(length, record.length() - position);
            if (count == 0) {
                return -1;
            }
            record.getChars(position, position + count, target, offset);
            position += count;
            return count;
        }

        @Override
        public void close() {
            record = "";
            position = 0;
        }
    }
}
