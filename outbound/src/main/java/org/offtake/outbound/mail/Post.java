package org.offtake.outbound.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.offtake.outbound.mail.MailServer.Security;

/** Hands letters to the mail server, each over a connection of its own. */
public final class Post {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MailServer server;
    private final Clock clock;

    public Post(MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** Returns when the server has taken the letter, and throws when it has not. */
    public void send(Letter letter) {
        Session session = Session.getInstance(properties());
        try {
            Message message = message(session, letter);
            try (Transport transport = session.getTransport("smtp")) {
                if (server.user().isPresent()) {
                    transport.connect(server.user().get(), server.password().orElse(""));
                } else {
                    transport.connect();
                }
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (AddressException | SendFailedException wrong) {
            throw refused(letter, wrong, "correct the address in the configuration", false);
        } catch (AuthenticationFailedException wrong) {
            throw refused(letter, wrong, "correct 'user' and 'password' of 'mail'", false);
        } catch (MessagingException failure) {
            throw refused(letter, failure, "try again when it is there, or correct 'mail'", true);
        }
    }

    private MailException refused(Letter letter, MessagingException failure, String nextStep, boolean retry) {
        String reason = String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
        return new MailException(
                server + " did not take the letter to " + letter.to() + ": " + reason + "; " + nextStep,
                retry,
                failure);
    }

    private MimeMessage message(Session session, Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.id() + "@offtake>");
            }
        };
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipients(Message.RecipientType.TO, new Address[] {new InternetAddress(letter.to(), true)});
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated"); // so that no absence notice answers it
        message.setSentDate(Date.from(clock.instant()));
        return message;
    }

    private Properties properties() {
        String patience = String.valueOf(PATIENCE.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", String.valueOf(server.port()));
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        properties.setProperty("mail.smtp.auth", String.valueOf(server.user().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(server.security() == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.security() == Security.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }
}
