package org.offtake.outbound.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.offtake.outbound.mail.MailServer.Security;

/** Against a real SMTP server. */
class PostTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);
    private static final Letter LETTER = new Letter(
            "alarm-17", "anna@example.com", "Nachtrun is mislukt: €", "Reden: één bestand.\nVolgende stap: …\n");

    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        smtp.start();
    }

    @AfterEach
    void stop() {
        smtp.stop();
    }

    @Test
    void a_letter_arrives_as_it_was_written() throws Exception {
        new Post(server(Optional.empty(), Optional.empty(), Security.NONE), NOON).send(LETTER);

        MimeMessage received = smtp.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo(LETTER.subject());
        assertThat(received.getContent().toString().lines())
                .containsExactlyElementsOf(LETTER.text().lines().toList());
        assertThat(received.getFrom()[0]).hasToString("offtake@example.com");
        assertThat(received.getAllRecipients()[0]).hasToString("anna@example.com");
        assertThat(received.getMessageID()).isEqualTo("<alarm-17@offtake>");
        assertThat(received.getSentDate()).isEqualTo(NOON.instant());
        assertThat(GreenMailUtil.getHeaders(received)).contains("Auto-Submitted: auto-generated");
    }

    @Test
    void a_server_that_knows_its_users_takes_a_letter_from_who_has_the_password() {
        smtp.setUser("offtake", "secret-word");
        smtp.getUserManager().setAuthRequired(true);

        new Post(server(Optional.of("offtake"), Optional.of("secret-word"), Security.NONE), NOON).send(LETTER);
        assertThat(smtp.getReceivedMessages()).hasSize(1);

        MailException refused =
                refusal(server(Optional.of("offtake"), Optional.of("wrong-word"), Security.NONE), LETTER);
        assertThat(refused.retry()).isFalse();
        assertThat(refused)
                .hasMessageContaining(
                        "the mail server 127.0.0.1:" + port() + " did not take the letter to anna@example.com")
                .hasMessageContaining("correct 'user' and 'password'");
        assertThat(refused.toString()).doesNotContain("wrong-word");
    }

    @Test
    void a_server_that_cannot_keep_a_secret_gets_none() {
        MailException refused =
                refusal(server(Optional.of("offtake"), Optional.of("secret-word"), Security.STARTTLS), LETTER);
        assertThat(refused).hasMessageContaining("STARTTLS").hasMessageNotContaining("secret-word");
        assertThat(smtp.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_away_is_worth_another_try_and_a_wrong_address_is_not() {
        MailServer there = server(Optional.empty(), Optional.empty(), Security.NONE);
        assertThat(refusal(there, new Letter("x", "no address", "s", "t")).retry())
                .isFalse();
        smtp.stop();

        MailException away = refusal(there, LETTER);
        assertThat(away.retry()).isTrue();
        assertThat(away).hasMessageContaining("try again when it is there");
    }

    @Test
    void a_server_does_not_print_its_password() {
        assertThat(server(Optional.of("offtake"), Optional.of("secret-word"), Security.TLS))
                .hasToString("the mail server 127.0.0.1:" + port());
    }

    private static MailException refusal(MailServer server, Letter letter) {
        return catchThrowableOfType(MailException.class, () -> new Post(server, NOON).send(letter));
    }

    private MailServer server(Optional<String> user, Optional<String> password, Security security) {
        return new MailServer("127.0.0.1", port(), security, user, password, "offtake@example.com");
    }

    private int port() {
        return smtp.getSmtp().getPort();
    }
}
