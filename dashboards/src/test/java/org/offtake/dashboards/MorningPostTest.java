package org.offtake.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.offtake.dashboards.morning.MorningPost;
import org.offtake.dashboards.morning.Recipient;
import org.offtake.outbound.mail.MailServer;
import org.offtake.outbound.mail.Post;

/** What a salesperson finds in the mail in the morning, by a real SMTP server. */
class MorningPostTest {
    @RegisterExtension
    static final Warehouse WAREHOUSE = new Warehouse();

    private static final Map<String, Recipient> PEOPLE =
            Map.of("Els", new Recipient("els@example.com", "nl"), "Tom", new Recipient("tom@example.com", "en"));

    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<String> said = new ArrayList<>();

    @BeforeAll
    static void tell() {
        WAREHOUSE.migrate();
        ToldSignal.in(WAREHOUSE);
        StringBuilder signals = new StringBuilder();
        for (int number = 2; number <= 13; number++) {
            signals.append(number == 2 ? "" : ", ")
                    .append("('signal_pattern', 'D04', 'SLOWER', 'erp', 'groothandel', 'K")
                    .append(number)
                    .append("', '', '2026-10-01', '2026-11-10', 'Klant ")
                    .append(number)
                    .append("', 8, 'REP', 0.8, ")
                    .append(1000 * number)
                    .append(", 'EUR', 'Bestelt minder vaak.', 'Orders less often.', '2026-11-10', 1, 'Tom')");
        }
        String columns = "insert into app.signal (model, rule_code, signal_kind, source_system, company_code, party_id,"
                + " subject, since_date, alarm_date, party_name, rep_key, recipient, probability, stake_amount,"
                + " currency_code, text_nl, text_en, raised_date, raised_run_id, rep_name) values ";
        WAREHOUSE.run(
                columns + signals,
                columns
                        + "('signal_pattern', 'D04', 'STOPPED', 'erp', 'groothandel', 'K99', '', '2026-10-01', '2026-11-20',"
                        + " 'Klant 99', 9, 'REP', 0.8, null, 'EUR', 'Bestelt niet meer.', 'Stopped.', '2026-11-21', 1, 'Zoë')",
                "insert into app.signal_event (signal_id, event, event_date, run_id)"
                        + " select signal_id, 'RAISED', raised_date, 1 from app.signal where signal_id <> '"
                        + ToldSignal.ID + "'");
    }

    @BeforeEach
    void start() {
        smtp.start();
        WAREHOUSE.run("delete from app.letter");
    }

    @AfterEach
    void stop() {
        smtp.stop();
    }

    @Test
    void each_gets_theirs_in_their_language_once_a_day_and_who_has_no_address_is_named() throws Exception {
        assertThat(post().send()).isZero();
        assertThat(post().send()).isZero();

        assertThat(smtp.getReceivedMessages()).hasSize(2);
        MimeMessage els = letterTo("els@example.com");
        assertThat(els.getSubject()).isEqualTo("Vanochtend: 1 om te bellen, 1 nieuw, EUR 12.000 op het spel");
        assertThat(els.getContent().toString())
                .contains("Goedemorgen Els,", "Dit zijn de signalen van 2026-11-21")
                .contains("1. Hotel <b>Zwaan</b> (S-000001, nieuw, EUR 12.000)", ToldSignal.TEXT)
                .doesNotContain("En nog", "Klant 2");
        MimeMessage tom = letterTo("tom@example.com");
        assertThat(tom.getSubject()).isEqualTo("This morning: 10 to call, 0 new, EUR 85,000 at stake");
        assertThat(tom.getContent().toString())
                .contains("1. Klant 13 (", "since 2026-11-10, EUR 13,000)", "Orders less often.", "10. Klant 4 (")
                .contains("And 2 more with less at stake, EUR 5,000 together.")
                .doesNotContain("Klant 3 (");
        assertThat(said)
                .contains("WARNING Zoë has 1 signal and no address; name one under 'people'")
                .contains("sent Els (els@example.com): Vanochtend: 1 om te bellen, 1 nieuw, EUR 12.000 op het spel");
    }

    @Test
    void what_the_server_does_not_take_is_sent_later() {
        MorningPost away = post();
        smtp.stop();
        assertThat(away.send()).isEqualTo(2);
        smtp.start();
        assertThat(post().send()).isZero();

        assertThat(smtp.getReceivedMessages()).hasSize(2);
    }

    private MimeMessage letterTo(String address) throws Exception {
        for (MimeMessage message : smtp.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                return message;
            }
        }
        throw new AssertionError("no letter to " + address);
    }

    private MorningPost post() {
        MailServer server = new MailServer(
                "127.0.0.1",
                smtp.getSmtp().getPort(),
                MailServer.Security.NONE,
                Optional.empty(),
                Optional.empty(),
                "offtake@example.com");
        return new MorningPost(
                WAREHOUSE.owner(), PEOPLE, new Post(server, Warehouse.CLOCK), said::add, Warehouse.CLOCK);
    }
}
