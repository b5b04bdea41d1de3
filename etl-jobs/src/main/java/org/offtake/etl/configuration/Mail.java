package org.offtake.etl.configuration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.offtake.models.YamlMap;

/**
 * The SMTP server that takes our mail; the password is never printed.
 *
 * @param security {@code starttls}, {@code tls} or {@code none}
 * @param from the address that letters come from
 * @param to who is told what nobody else is named for
 */
public record Mail(
        String host,
        int port,
        String security,
        Optional<String> user,
        Optional<String> password,
        String from,
        String to) {
    private static final List<String> SECURITY = List.of("starttls", "tls", "none");
    private static final List<Integer> USUAL_PORT = List.of(587, 465, 25);

    /** @param filled the value of a key, with environment variables filled in */
    static Mail read(YamlMap mail, UnaryOperator<String> filled) {
        mail.only(Set.of("host", "port", "security", "user", "password", "from", "to"));
        String security = mail.optionalText("security").orElse("starttls");
        int place = SECURITY.indexOf(security);
        if (place < 0) {
            throw mail.problem("security", "'security' must be starttls, tls or none, not '" + security + "'");
        }
        return new Mail(
                filled.apply("host"),
                mail.number("port", USUAL_PORT.get(place)),
                security,
                mail.optionalText("user").map(any -> filled.apply("user")),
                mail.optionalText("password").map(any -> filled.apply("password")),
                filled.apply("from"),
                filled.apply("to"));
    }

    @Override
    public String toString() {
        return "Mail[" + host + ":" + port + "]";
    }
}
