package org.offtake.etl.land;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.offtake.etl.NotReadyException;
import org.offtake.models.SourceTable;

/** The files of one source table that lie in its folder. */
record DropFolder(Path folder, SourceTable table, ZoneId zone) {

    /** A file as the folder lists it. */
    record Arrived(String name, Path path, long bytes, long modifiedMillis, Optional<Instant> stamp) {
        /** Enough to recognise an untouched file without reading it. */
        String print() {
            return bytes + " " + modifiedMillis;
        }
    }

    /** The files, in the order of their names; workbooks with corrections may hold a sheet for the table. */
    List<Arrived> list() {
        if (!Files.isDirectory(folder)) {
            throw new NotReadyException("the folder " + folder + " of source " + table.system()
                    + " does not exist; create it, or correct `folder` in the configuration");
        }
        Predicate<String> ours = table.fileNames();
        List<Arrived> arrived = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (isMeant(name) && (CorrectionSheet.isName(name) || ours.test(name))) {
                    arrived.add(arrived(file, name));
                }
            }
        } catch (IOException unreadable) {
            throw new NotReadyException("the folder " + folder + " cannot be read: " + unreadable.getMessage());
        }
        return arrived;
    }

    /** Hidden files, and those that Excel keeps while a workbook is open, are nobody's delivery. */
    static boolean isMeant(String name) {
        return !name.startsWith(".") && !name.startsWith("~$");
    }

    private Arrived arrived(Path file, String name) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Arrived(
                name, file, attributes.size(), attributes.lastModifiedTime().toMillis(), stamp(name));
    }

    /** Corrections take the places of the records they correct. */
    private Optional<Instant> stamp(String name) {
        if (CorrectionSheet.isName(name)) {
            return Optional.empty();
        }
        return table.stamp().flatMap(rule -> {
            Matcher matcher = Pattern.compile(rule.pattern()).matcher(name);
            if (!matcher.find()) {
                return Optional.empty();
            }
            try {
                TemporalAccessor parsed = DateTimeFormatter.ofPattern(rule.format())
                        .parseBest(matcher.group(1), LocalDateTime::from, LocalDate::from);
                LocalDateTime local = parsed instanceof LocalDateTime time ? time : ((LocalDate) parsed).atStartOfDay();
                return Optional.of(local.atZone(zone).toInstant());
            } catch (DateTimeParseException undated) {
                return Optional.empty();
            }
        });
    }
}
