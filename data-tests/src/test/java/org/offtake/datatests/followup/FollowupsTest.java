package org.offtake.datatests.followup;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
    private static final String CAUSE = "Oorzaak / Cause";

    @TempDir
    private Path folder = Path.of(".");

    private final Databases databases = new Databases();
    private final Database database = databases.fresh();

    private WholesaleHouse house;

    @BeforeEach
    void two_signals_were_told() throws IOException, SQLException {
        house = WholesaleHouse.in(folder, database);
        deliver("tickets_20260330.csv", "ME1;COMPLAINT;PHONE;100001;;V01;OPEN;30-03-2026 10:00:00+02:00;;;");
        run();
        try (Connection connection = database.connect();
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

    @AfterEach
    void close() {
        databases.close();
    }

    private void deliver(String name, String line) throws IOException {
        Files.writeString(
                house.drop().resolve(name),
                "Meldingsnr;Soort;Kanaal;Klantnr;Reden;Verkoper;Status;Aangemaakt op;Signaal;Oorzaak;Actie;Prioriteit;Gewijzigd op\n"
                        + line + "NORMAL;30-03-2026 12:00:00+02:00\n");
    }

    private void run() {
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
                .keep(database);
        Path sheet = export();
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
                                        "Naam / Name",
                                        "Els"),
                                "S-000001",
                                Map.of(STATUS, "ACTED - Customer spoken to", CAUSE, "te duur")));
        new FollowupReturn(house.configuration(), house.library()).put(filled);
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
                        database,
                        "select signal_id || ' ' || followup_status || ' ' || followup_count || ' due ' || acknowledge_due_date"
                                + " from mart.kpi_signal_followup order by 1"))
                .containsExactly("S-000001 ACKNOWLEDGED 2 due 2026-04-02", "S-000002 ACTED 1 due 2026-04-02");
        assertThat(
                        FirstColumn.of(
                                database,
                                "select source_table || ' ' || reason_code from mart.report_quarantine where source = 'offtake'"))
                .as("a word that nobody can choose goes to quarantine, by row")
                .containsExactly("followup_sheets rule_broken");

        Files.delete(filled);
        new FilledSheet(sheet).save(filled, Map.of("S-000002", Map.of(STATUS, "DONE - Closed")));
        new FollowupReturn(house.configuration(), house.library()).put(filled);
        run();
        assertThat(said()).contains("S-000002 SHEET DONE - -").hasSize(3);
    }

    private Path export() throws IOException {
        Path sheet = folder.resolve("exported.xlsx");
        int signals = new FollowupExport(
                        house.library(), database, "en", Optional.empty(), LocalDateTime.of(2026, 3, 31, 9, 0))
                .write(sheet);
        assertThat(signals).isEqualTo(2);
        return sheet;
    }

    private List<String> said() {
        return FirstColumn.of(
                database,
                "select signal_id || ' ' || channel || ' ' || followup_status || ' ' || coalesce(cause_code, '-') || ' ' ||"
                        + " coalesce(action_code, '-') from mart.report_signal_followup");
    }
}
