package org.offtake.dashboards.morning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.offtake.outbound.mail.Letter;
import org.offtake.outbound.mail.MailException;
import org.offtake.outbound.mail.Post;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/**
 * Sends each salesperson the signals that are theirs, once for each business date.
 *
 * @param people by the name that the signals know them by
 * @param say gets a line for each letter, and for each salesperson without an address
 */
public record MorningPost(
        Database database, Map<String, Recipient> people, Post post, Consumer<String> say, Clock clock) {

    /** Sends what was not sent yet; gives how many letters the server did not take. */
    public int send() {
        OpenSignals open = OpenSignals.in(database);
        Optional<LocalDate> day = open.day();
        if (day.isEmpty()) {
            say.accept("no signals were told yet");
            return 0;
        }
        Map<String, List<OpenSignal>> byName = open.signals().stream()
                .collect(Collectors.groupingBy(OpenSignal::repName, TreeMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .mapToInt(each -> send(each.getKey(), day.get(), each.getValue()) ? 0 : 1)
                .sum();
    }

    private boolean send(String name, LocalDate day, List<OpenSignal> signals) {
        Recipient recipient = people.get(name);
        if (recipient == null) {
            say.accept("WARNING " + name + " has " + signals.size() + (signals.size() == 1 ? " signal" : " signals")
                    + " and no address; name one under 'people'");
            return true;
        }
        Letter letter = new MorningLetter(name, day, signals, recipient).write();
        if (isSent(letter)) {
            return true;
        }
        try {
            post.send(letter);
        } catch (MailException untaken) {
            say.accept("WARNING " + untaken.getMessage());
            return false;
        }
        sent(letter);
        say.accept("sent " + name + " (" + recipient.mail() + "): " + letter.subject());
        return true;
    }

    private boolean isSent(Letter letter) {
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("select 1 from app.letter where letter_id = ?")) {
            statement.setString(1, letter.id());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failure) {
            throw ServingException.of("Cannot read app.letter in " + database, failure);
        }
    }

    private void sent(Letter letter) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into app.letter (letter_id, sent_to, sent_at) values (?, ?, ?)"
                                + " on conflict (letter_id) do nothing")) {
            statement.setString(1, letter.id());
            statement.setString(2, letter.to());
            statement.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw ServingException.of("Cannot write app.letter in " + database, failure);
        }
    }
}
