package org.offtake.etl.files;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Refuses workbooks that would harm their reader, by looking at every part before one is trusted. */
final class WorkbookGuard {

    private static final int MOST_PARTS = 10_000;
    private static final long LARGEST = 1024L * 1024 * 1024;
    private static final int HIGHEST_RATIO = 200;
    private static final long HARMLESS = 64L * 1024 * 1024;
    private static final int LONGEST_COLUMN = 3;
    private static final Pattern TEXT_NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Path path;
    private final String file;
    private final long received;
    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private long unpacked;
    private long texts;
    private long highestText = -1;
    private boolean inTextCell;

    private WorkbookGuard(Path path) throws IOException {
        this.path = path;
        this.file = String.valueOf(path.getFileName());
        this.received = Files.size(path);
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * What a workbook is like that is safe to read.
     *
     * @param lacksTexts whether a cell names a shared text that the workbook does not hold
     */
    record Safe(boolean lacksTexts) {}

    static Safe check(Path path) throws IOException {
        WorkbookGuard guard = new WorkbookGuard(path);
        guard.check();
        return new Safe(guard.highestText >= guard.texts);
    }

    private void check() throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw unsafe("it holds " + parts.size() + " parts, more than " + MOST_PARTS);
            }
            Set<String> names = new HashSet<>();
            for (ZipArchiveEntry part : parts) {
                checkName(part.getName(), names);
                try (InputStream content = new BufferedInputStream(new Counted(zip.getInputStream(part)))) {
                    checkContent(part.getName(), content);
                }
            }
        }
    }

    private void checkName(String name, Set<String> names) {
        if (name.startsWith("/") || List.of(name.split("/")).contains("..")) {

            throw unsafe("its part '" + name + "' points outside of it");
        }
        if (!names.add(name)) {
            throw unsafe("it holds the part '" + name + "' twice");
        }
    }

    private void checkContent(String name, InputStream content) throws IOException {
        if (!looksLikeXml(name, content)) {
            content.transferTo(OutputStream.nullOutputStream());
            return;
        }
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(content);
            while (reader.hasNext()) {
                checkEvent(name, reader, reader.next());
            }
            reader.close();
        } catch (XMLStreamException broken) {
            throw new RefusedFile(
                    RefusedFile.WRONG_FORMAT,
                    file + ": its part '" + name + "' is broken XML at line "
                            + broken.getLocation().getLineNumber()
                            + "; ask its sender for it again, saved as a new workbook",
                    broken);
        }
    }

    private void checkEvent(String name, XMLStreamReader reader, int event) throws XMLStreamException {
        if (event == XMLStreamConstants.DTD) {
            throw unsafe("its part '" + name + "' declares a document type, which no workbook needs");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            checkElement(name, reader);
        }
    }

    private void checkElement(String name, XMLStreamReader reader) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "c" -> {
                checkCell(name, reader.getAttributeValue(null, "r"));
                inTextCell = "s".equals(reader.getAttributeValue(null, "t"));
            }
            case "v" -> {
                if (inTextCell) {
                    noteText(reader.getElementText().strip());
                }
            }
            case "si" -> texts++;
            default -> {}
        }
    }

    private void checkCell(String name, @Nullable String address) {
        if (address != null && letters(address) > LONGEST_COLUMN) {
            throw unsafe("its part '" + name + "' has a cell at " + address + ", beyond the last column of a sheet");
        }
    }

    private void noteText(String number) {
        inTextCell = false;
        if (TEXT_NUMBER.matcher(number).matches()) {
            highestText = Math.max(highestText, Long.parseLong(number));
        }
    }

    private static long letters(String address) {
        return address.chars().filter(Character::isLetter).count();
    }

    private static boolean looksLikeXml(String name, InputStream content) throws IOException {
        if (name.endsWith("/")) {
            return false;
        }
        content.mark(2);
        int first = content.read();
        int second = content.read();
        content.reset();
        boolean mark = first == 0xEF || first == 0xFE || (first == 0xFF && second == 0xFE);
        return mark
                || first == '<'
                || first == 0
                || (first >= 0 && Character.isWhitespace(first))
                || name.endsWith(".xml")
                || name.endsWith(".rels");
    }

    private RefusedFile unsafe(String why) {
        return new RefusedFile(
                RefusedFile.UNSAFE,
                file + ": the workbook is not safe to read, because " + why + "; ask its sender what it is");
    }

    /** Counts what all parts unpack to. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream part) {
            super(part);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            unpacked += Math.max(count, 0);
            if (unpacked > LARGEST || (unpacked > HARMLESS && unpacked / HIGHEST_RATIO > received)) {
                throw new RefusedFile(
                        RefusedFile.TOO_LARGE,
                        "%s: %d bytes unpack to more than %d, as only a bomb does; ask its sender what it is, or for a CSV file"
                                .formatted(file, received, unpacked));
            }
            return count;
        }
    }
}
