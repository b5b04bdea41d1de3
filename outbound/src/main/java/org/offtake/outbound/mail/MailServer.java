package org.offtake.outbound.mail;

import java.util.Optional;

/**
 * The SMTP server that takes our mail; the password is never printed.
 *
 * @param user empty when the server asks for none
 * @param from the address that letters come from
 */
public record MailServer(
        String host, int port, Security security, Optional<String> user, Optional<String> password, String from) {
    /** How the connection is kept from others. */
    public enum Security {
        /** Not at all: for a server on this machine. */
        NONE,
        /** From the greeting on; a server that cannot is refused. */
        STARTTLS,
        /** From the first octet on. */
        TLS
    }

    @Override
    public String toString() {
        return "the mail server " + host + ":" + port;
    }
}
