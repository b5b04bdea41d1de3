package org.offtake.schedules.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.outbound.mail.MailServer;
import org.offtake.outbound.mail.Post;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.local.Desk;
import org.offtake.serving.Locks;
import org.offtake.serving.Runs;
import org.offtake.serving.VerbLock;

/** With a real database, a real SMTP server, and a clock that is moved by hand. */
class AlarmDeskTest {
    private static final String NIGHTLY = Desk.file(
            "cron: \"30 2 * * *\"",
            "ready_by: \"05:00\"",
            "retry: {away: {times: 20, wait: 20 min}}",
            "steps: {warehouse: \"./offtake run --date {business_date}\"}");

    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void start() {
        smtp.start();
    }

    @AfterEach
    void stop() {
        smtp.stop();
    }

    @Test
    void a_failed_run_is_told_once_with_reason_and_next_step_and_again_when_it_is_well() throws Exception {
        try (Desk desk = new Desk(folder, "2026-11-25T20:00:00Z", "nightly", NIGHTLY)) {
            desk.exitCodes.add(50);
            desk.until("2026-11-26T01:40:00Z");
            look(desk);
            look(desk);

            assertThat(letters()).hasSize(1);
            MimeMessage letter = smtp.getReceivedMessages()[0];
            assertThat(letter.getSubject()).isEqualTo("[Offtake] nightly for 2026-11-25 has failed");
            assertThat(letter.getAllRecipients()[0]).hasToString("data@example.com");
            assertThat(letter.getContent().toString())
                    .contains("Reason: step warehouse ended with exit code 50: it said why")
                    .contains("./offtake schedule logs nightly --run 1", "./offtake schedule clear nightly 1")
                    .contains("Seen at 2026-11-26 02:40 Europe/Amsterdam");

            again(desk);
            desk.runsWhatIsDue();
            look(desk);
            look(desk);

            assertThat(letters())
                    .containsExactly(
                            "[Offtake] nightly for 2026-11-25 has failed",
                            "[Offtake] well again: nightly for 2026-11-25 has failed");
            assertThat(said)
                    .containsExactly(
                            "ALARM nightly for 2026-11-25 has failed", "WELL AGAIN nightly for 2026-11-25 has failed");
        }
    }

    @Test
    void a_run_that_went_on_without_a_source_is_told_too_until_one_has_all() throws Exception {
        String patient = NIGHTLY.replace("{away:", "{not_ready: {times: 0, then: go_on}, away:");
        try (Desk desk = new Desk(folder, "2026-11-25T20:00:00Z", "nightly", patient)) {
            desk.exitCodes.add(20);
            desk.until("2026-11-26T01:40:00Z");
            look(desk);
            desk.until("2026-11-27T01:40:00Z");
            look(desk);

            assertThat(letters())
                    .containsExactly(
                            "[Offtake] nightly for 2026-11-25 is done, but not all was there",
                            "[Offtake] well again: nightly for 2026-11-25 is done, but not all was there");
        }
    }

    @Test
    void a_promise_that_is_not_kept_is_told_when_it_is_due_and_when_it_is_done_after_all() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-25T20:00:00Z", "nightly", NIGHTLY)) {
            for (int tries = 0; tries < 10; tries++) {
                desk.exitCodes.add(45);
            }
            desk.until("2026-11-26T03:59:00Z");
            look(desk);
            assertThat(letters()).isEmpty();

            desk.until("2026-11-26T04:01:00Z");
            look(desk);
            desk.until("2026-11-26T08:00:00Z");
            look(desk);

            assertThat(letters())
                    .containsExactly(
                            "[Offtake] nightly was promised by 2026-11-26 05:00 Europe/Amsterdam and is not done",
                            "[Offtake] well again: nightly was promised by 2026-11-26 05:00 Europe/Amsterdam and is not done");
        }
    }

    @Test
    void a_night_on_which_nothing_ran_is_told_and_so_is_that_somebody_paused_it() throws Exception {
        try (Desk desk = new Desk(folder, "2026-11-25T20:00:00Z", "nightly", NIGHTLY)) {
            desk.until("2026-11-26T03:00:00Z");
            desk.sleepsUntil("2026-11-27T09:00:00Z");
            look(desk);
            assertThat(letters())
                    .containsExactly(
                            "[Offtake] nightly was promised by 2026-11-27 05:00 Europe/Amsterdam and is not done");
            assertThat(smtp.getReceivedMessages()[0].getContent().toString())
                    .contains("Reason: nothing has run; the scheduler may not be running");

            desk.engine().pause(desk.schedules().get("nightly"), "us", "holidays");
            look(desk);
            assertThat(letters()).hasSize(2).last().asString().startsWith("[Offtake] well again");
        }
    }

    @Test
    void figures_that_are_not_published_any_more_are_told_whoever_ran() throws Exception {
        try (Desk desk = new Desk(folder, "2026-11-25T20:00:00Z", "nightly", NIGHTLY)) {
            long run = Runs.start(desk.database.database(), LocalDate.of(2026, 11, 24));
            Runs.fail(desk.database.database(), run, "gold.fact_order_line: 3 rows break net_amount <> 0");
            look(desk);

            assertThat(letters())
                    .singleElement()
                    .asString()
                    .contains("nothing was published since", "1 run has failed");
            assertThat(smtp.getReceivedMessages()[0].getContent().toString())
                    .contains("Reason: gold.fact_order_line: 3 rows break net_amount <> 0");
        }
    }

    @Test
    void figures_that_are_not_published_stay_told_while_something_else_fails_and_are_not_told_twice() throws Exception {
        try (Desk desk = new Desk(folder, "2026-11-25T20:00:00Z", "nightly", NIGHTLY)) {
            long run = Runs.start(desk.database.database(), LocalDate.of(2026, 11, 24));
            Runs.fail(desk.database.database(), run, "gold.fact_order_line: 3 rows break net_amount <> 0");
            look(desk);
            desk.exitCodes.add(50);
            desk.until("2026-11-26T01:40:00Z");
            look(desk);
            again(desk);
            desk.runsWhatIsDue();
            look(desk);

            assertThat(letters())
                    .hasSize(3)
                    .filteredOn(it -> it.contains("nothing was published since"))
                    .hasSize(1);
            assertThat(letters()).last().asString().contains("well again: nightly for 2026-11-25");
        }
    }

    @Test
    void a_letter_that_was_not_taken_is_sent_later_and_what_was_well_before_it_is_never_told() throws Exception {
        try (Desk desk = new Desk(folder, "2026-11-25T20:00:00Z", "nightly", NIGHTLY)) {
            desk.exitCodes.add(50);
            desk.until("2026-11-26T01:40:00Z");
            int port = smtp.getSmtp().getPort();
            smtp.stop();
            assertThat(desk(desk, port).look()).isEqualTo(1);
            assertThat(said).last().asString().contains("WARNING the mail server 127.0.0.1:" + port);

            again(desk);
            desk.runsWhatIsDue();
            smtp.start();
            look(desk);
            assertThat(letters()).isEmpty();
        }
    }

    @Test
    void one_desk_looks_at_a_time() throws IOException {
        try (Desk desk = new Desk(folder, "2026-11-25T20:00:00Z", "nightly", NIGHTLY)) {
            desk.exitCodes.add(50);
            desk.until("2026-11-26T01:40:00Z");
            try (VerbLock other = Locks.acquire(desk.database.database(), "watch")) {
                other.confirm();
                look(desk);
                assertThat(letters()).isEmpty();
            }
            look(desk);
            assertThat(letters()).hasSize(1);
        }
    }

    private static void again(Desk desk) {
        Schedule nightly = desk.schedules().get("nightly");
        desk.engine().again(nightly, desk.engine().newest(nightly, 1).get(0));
    }

    private void look(Desk desk) {
        assertThat(desk(desk, smtp.getSmtp().getPort()).look()).isZero();
    }

    private AlarmDesk desk(Desk desk, int port) {
        MailServer server = new MailServer(
                "127.0.0.1", port, MailServer.Security.NONE, Optional.empty(), Optional.empty(), "offtake@example.com");
        Notices notices = new Notices(Map.of("data", "data@example.com"), "all@example.com", Desk.AMSTERDAM);
        return new AlarmDesk(
                desk.database.database(),
                new Watch(desk.database.database(), desk.schedules(), desk.engine(), Desk.AMSTERDAM),
                Optional.of(new AlarmDesk.Mailing(notices, new Post(server, desk.clock))),
                said::add,
                desk.clock);
    }

    private List<String> letters() {
        return Arrays.stream(smtp.getReceivedMessages())
                .map(AlarmDeskTest::subject)
                .toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
