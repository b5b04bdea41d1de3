package org.offtake.etl.detect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.offtake.etl.lake.WholeFile;

/**
 * One pattern edition as it lies in the folder {@code told}, from where it is landed like any other delivery.
 *
 * @param customers that taught it
 * @param orderDays of theirs
 */
public record EditionFile(
        String system, String company, LocalDate validFrom, int customers, long orderDays, Parameters parameters) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Written whole or not at all; an edition that was there is told anew. */
    void write(Path folder, Instant now) {
        ObjectNode line = JSON.createObjectNode();
        line.put("system", system);
        line.put("company", company);
        line.put("validFrom", validFrom.toString());
        line.put("customers", customers);
        line.put("orderDays", orderDays);
        line.put("parameters", EditionText.of(parameters));
        line.put("fittedAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
        try {
            String text = JSON.writeValueAsString(line) + "\n";
            new WholeFile(folder.resolve(name())).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the pattern edition cannot be written to " + folder, unwritable);
        }
    }

    private String name() {
        String whose = (system + "_" + company).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
        return "pattern_edition_" + whose + "_" + validFrom.format(DateTimeFormatter.BASIC_ISO_DATE) + ".jsonl";
    }

    @Override
    public String toString() {
        return system + "/" + company + " from " + validFrom + ": " + customers + " customers, " + orderDays
                + " order days";
    }
}
