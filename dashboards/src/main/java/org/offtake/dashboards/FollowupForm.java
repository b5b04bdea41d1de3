package org.offtake.dashboards;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offtake.models.Nearest;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;
import org.offtake.serving.SignalFollowup;

/**
 * Takes what somebody says of a signal: {@code by} and {@code status}, and where there is something to say {@code cause},
 * {@code action}, {@code outcome} and {@code expected}, as JSON texts.
 */
final class FollowupForm {
    private static final int MOST_BYTES = 4096;
    private static final String FORM = "A follow-up is a JSON object with texts";
    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> FIELDS = List.of("by", "status", "cause", "action", "outcome", "expected");

    private final Database reader;
    private final Database owner;
    private final List<Company> companies;
    private final Clock clock;

    FollowupForm(Database reader, Database owner, List<Company> companies, Clock clock) {
        this.reader = reader;
        this.owner = owner;
        this.companies = companies;
        this.clock = clock;
    }

    Reply take(String signal, InputStream body) throws IOException, SQLException {
        Map<String, String> said = read(body);
        SignalFollowup followup;
        try {
            followup = new SignalFollowup(
                    signal,
                    LocalDate.now(clock.withZone(zone(signal))),
                    text(said, "by").orElse(""),
                    text(said, "status").orElse(""),
                    text(said, "cause"),
                    text(said, "action"),
                    text(said, "outcome"),
                    text(said, "expected").map(FollowupForm::amount));
            followup.keep(owner);
        } catch (ServingException wrong) {
            if (wrong.getCause() == null) { // what was said is wrong, not the database
                throw new BadRequest(String.valueOf(wrong.getMessage()));
            }
            throw wrong;
        }
        return Reply.json(201, Json.object(json -> json.writeStringField("signal_id", signal)));
    }

    private static Map<String, String> read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new BadRequest("A follow-up is shorter than " + MOST_BYTES + " bytes");
        }
        Map<String, String> said = new HashMap<>();
        try (JsonParser json = JSON.createParser(bytes)) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (!FIELDS.contains(name)) {
                    throw new BadRequest("Unknown field '" + name + "'." + Nearest.hint(name, FIELDS));
                }
                expect(json.nextToken() == JsonToken.VALUE_STRING);
                String text = json.getText().strip();
                if (text.chars().anyMatch(Character::isISOControl)) {
                    throw new BadRequest("'" + name + "' holds a character that cannot be printed; leave it out");
                }
                said.put(name, text);
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
            return said;
        } catch (JsonProcessingException wrong) {
            throw new BadRequest(FORM);
        }
    }

    private static void expect(boolean found) {
        if (!found) {
            throw new BadRequest(FORM);
        }
    }

    private static Optional<String> text(Map<String, String> said, String name) {
        return Optional.ofNullable(said.get(name)).filter(text -> !text.isEmpty());
    }

    private static BigDecimal amount(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException wrong) {
            throw new BadRequest("'" + text + "' is no amount: write it as 1250 or 1250.50");
        }
    }

    /** Of the company whose customer it is. */
    private ZoneId zone(String signal) throws SQLException {
        try (Snapshot snapshot = Snapshot.open(reader);
                PreparedStatement select = snapshot.connection()
                        .prepareStatement("select company_code from mart.signal where signal_id = ?")) {
            select.setString(1, signal);
            try (ResultSet row = select.executeQuery()) {
                String code = row.next() ? row.getString(1) : "";
                return companies.stream()
                        .filter(company -> company.code().equals(code))
                        .map(Company::zone)
                        .findFirst()
                        .orElse(ZoneOffset.UTC);
            }
        }
    }
}
