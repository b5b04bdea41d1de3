package org.offtake.etl.files;

import java.io.UncheckedIOException;
import java.util.List;

/** Says of every failure to read on that the file is refused, and why. */
final class SafeRecords implements RecordFile {

    private final RecordFile records;
    private final String file;

    SafeRecords(RecordFile records, String file) {
        this.records = records;
        this.file = file;
    }

    @Override
    public List<String> header() {
        return records.header();
    }

    @Override
    public List<String> warnings() {
        return records.warnings();
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public ReceivedRecord next() {
        try {
            return records.next();
        } catch (UncheckedIOException unreadable) {
            throw ReceivedFiles.refusal(file, unreadable);
        }
    }

    @Override
    public void close() {
        records.close();
    }
}
