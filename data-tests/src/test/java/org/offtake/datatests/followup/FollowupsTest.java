package org.offtake.datatests.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offtake.datatests.FirstColumn;
import org.offtake.datatests.WholesaleHouse;
import org.offtake.datatests.faults.Databases;
import org.offtake.etl.followup.FollowupExport;
import org.offtake.etl.followup.FollowupReturn;
import org.offtake.etl.ledger.Balance;
import org.offtake.serving.Database;
import org.offtake.serving.SignalFollowup;

/** What is said of a signal in the viewer, in a sheet or in a ticket is in the fact after the next run. */
class FollowupsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final String STATUS = "Stand / Status";
    private static final String NAME = "Naam / Name";
    private static final String DAY = "Dag / Day";
    private static final String CAUSE = "Oorzaak / Cause";

    @TempDir
    private static Path folder = Path.of(".");

    private static final Databases DATABASES = new Databases();
    private static final Database DATABASE = DATABASES.fresh();

    private static WholesaleHouse house;

    @BeforeAll
    static void two_signals_were_told() throws IOException, SQLException {
        house = WholesaleHouse.in(folder, DATABASE);
        deliver("tickets_20260330.csv", "ME1;COMPLAINT;PHONE;100001;;V01;OPEN;30-03-2026 10:00:00+02:00;;;");
        run();
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            for (String party : new String[] {"100001", "100002"}) {
                statement.execute(
                        "insert into app.signal (model, rule_code, signal_kind, source_system, company_code, party_id, subject,"
                                + " since_date, alarm_date, rep_key, recipient, probability, stake_amount, currency_code,"
                                + " text_nl, text_en, raised_date, raised_run_id) values ('signal_pattern', 'D04', 'STOPPED',"
                                + " 'wholesale', 'wholesale', '" + party
                                + "', '', '2026-03-01', '2026-03-30', 0, 'REP', .9,"
                                + " 5000, 'EUR', 'bestelt niet meer', 'stopped ordering', '2026-03-30', 1)");
            }
            statement.execute("insert into app.signal_event (signal_id, event, event_date, run_id)"
                    + " select signal_id, 'RAISED', raised_date, 1 from app.signal");
        }
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    private static void deliver(String name, String line) throws IOException {
        Files.writeString(
                house.drop().resolve(name),
                "Meldingsnr;Soort;Kanaal;Klantnr;Reden;Verkoper;Status;Aangemaakt op;Signaal;Oorzaak;Actie;Prioriteit;Gewijzigd op\n"
                        + line + "NORMAL;30-03-2026 12:00:00+02:00\n");
    }

    private static void run() {
        house.run(TODAY);
        assertThat(new Balance(house.lake(), house.library()).unbalanced().collectAsList())
                .isEmpty();
    }

    @Test
    void all_three_ways_end_in_one_fact_and_a_sheet_that_comes_back_again_takes_the_place_of_itself()
            throws IOException {
        new SignalFollowup(
                        "S-000001",
                        TODAY,
                        "Els",
                        "ACKNOWLEDGED",
                        Optional.of("COMPETITOR"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .keep(DATABASE);
        Path sheet = export("exported.xlsx");
        Path filled = folder.resolve("followups-els.xlsx");
        new FilledSheet(sheet)
                .save(
                        filled,
                        Map.of(
                                "S-000002",
                                Map.of(
                                        STATUS,
                                        "ACTED - Customer spoken to",
                                        CAUSE,
                                        "price - Price",
                                        NAME,
                                        "Els",
                                        DAY,
                                        "31-3-2026"),
                                "S-000001",
                                Map.of(STATUS, "ACTED - Customer spoken to", CAUSE, "te duur")));
        FollowupReturn door = new FollowupReturn(house.configuration(), house.library());
        door.put(filled);
        assertThat(door.unusable(filled, house.lake().spark()))
                .as("told as soon as the sheet is returned")
                .singleElement()
                .asString()
                .contains("row ", "causes are counted");
        deliver(
                "tickets_20260331.csv",
                "ME2;DEVIATION_FOLLOWUP;PHONE;100001;;V01;OPEN;31-03-2026 10:00:00+02:00;S-000001;KLACHT;GEBELD;");
        run();
        assertThat(said())
                .containsExactlyInAnyOrder(
                        "S-000001 VIEWER ACKNOWLEDGED COMPETITOR -",
                        "S-000002 SHEET ACTED PRICE -",
                        "S-000001 TICKET ACKNOWLEDGED COMPLAINT CALLED");
        assertThat(FirstColumn.of(
                        DATABASE,
                        "select signal_id || ' ' || followup_status || ' ' || followup_count || ' due ' || acknowledge_due_date"
                                + " from mart.kpi_signal_followup order by 1"))
                .containsExactly("S-000001 ACKNOWLEDGED 2 due 2026-04-02", "S-000002 ACTED 1 due 2026-04-02");
        assertThat(
                        FirstColumn.of(
                                DATABASE,
                                "select source_table || ' ' || reason_code from mart.report_quarantine where source = 'offtake'"))
                .as("a word that nobody can choose goes to quarantine, by row")
                .containsExactly("followup_sheets rule_broken");

        Files.delete(filled);
        new FilledSheet(sheet).save(filled, Map.of("S-000002", Map.of(STATUS, "DONE - Closed", NAME, "Els")));
        door.put(filled);
        run();
        assertThat(said()).contains("S-000002 SHEET DONE - -").hasSize(3);
    }

    @Test
    void rows_of_a_sheet_that_cannot_be_taken_in_are_named_with_what_is_wrong() throws IOException {
        Path sheet = export("exported-again.xlsx");
        Path filled = folder.resolve("followups-odd.xlsx");
        for (Map.Entry<String, Map<String, String>> wrong : Map.of(
                        "by a name", Map.of(STATUS, "ACTED"),
                        "zero or more",
                                Map.of(
                                        NAME,
                                        "Els",
                                        STATUS,
                                        "ACTED",
                                        "Verwacht terug per jaar / Expected back a year",
                                        "-5"),
                        "until a year after it", Map.of(NAME, "Els", STATUS, "ACTED", DAY, "2030-01-01"),
                        "Dag / Day '31-02-2026', not a date", Map.of(NAME, "Els", STATUS, "ACTED", DAY, "31-02-2026"),
                        "became of it (Stand / Status 'SOMEHOW', Naam / Name 'Els')",
                                Map.of(NAME, "Els", STATUS, "SOMEHOW"))
                .entrySet()) {
            new FilledSheet(sheet).save(filled, Map.of("S-000002", wrong.getValue()));
            assertThat(new FollowupReturn(house.configuration(), house.library())
                            .unusable(filled, house.lake().spark()))
                    .singleElement()
                    .asString()
                    .contains(wrong.getKey());
            Files.delete(filled);
        }
    }

    @Test
    void a_sheet_with_another_head_than_it_was_made_with_is_refused_with_the_column_that_it_lacks() throws IOException {
        Path changed = folder.resolve("followups-changed.xlsx");
        new FilledSheet(export("exported-to-change.xlsx"))
                .save(changed, Map.of("Signaal / Signal", Map.of(STATUS, "Toestand")));
        assertThatThrownBy(() -> new FollowupReturn(house.configuration(), house.library()).put(changed))
                .hasMessageContaining("cannot be taken")
                .hasMessageContaining("Stand / Status")
                .hasMessageContaining("Toestand");
    }

    private static Path export(String name) throws IOException {
        Path sheet = folder.resolve(name);
        int signals = new FollowupExport(
                        house.library(), DATABASE, "en", Optional.empty(), LocalDateTime.of(2026, 3, 31, 9, 0))
                .write(sheet);
        assertThat(signals).isEqualTo(2);
        return sheet;
    }

    private static List<String> said() {
        return FirstColumn.of(
                DATABASE,
                "select signal_id || ' ' || channel || ' ' || followup_status || ' ' || coalesce(cause_code, '-') || ' ' ||"
                        + " coalesce(action_code, '-') from mart.report_signal_followup");
    }
}
