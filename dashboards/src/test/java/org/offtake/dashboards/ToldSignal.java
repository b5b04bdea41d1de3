package org.offtake.dashboards;

/** One signal that was told of a customer, with the codes that people choose from. */
final class ToldSignal {
    static final String ID = "S-000001";
    static final String PAGE = "/signal/signals/" + ID;
    static final String FORM = "/api" + PAGE + "/followups";

    static final String TEXT =
            "Bestelt niet meer. Gewoonlijk komt er om de 7 dagen een order (80%: 5 tot 9); sinds 1 oktober geen.";

    private ToldSignal() {}

    static void in(Warehouse warehouse) {
        long run = warehouse.publish(
                "insert into mart.report_followup_code values ('STATUS', 'ACTED', 2, 'Actie gedaan', 'Acted'),"
                        + " ('CAUSE', 'PRICE', 1, 'Prijs', 'Price')");
        warehouse.run(
                "insert into app.signal (model, rule_code, signal_kind, source_system, company_code, party_id, subject,"
                        + " since_date, alarm_date, party_name, rep_key, recipient, probability, stake_amount, currency_code,"
                        + " text_nl, text_en, raised_date, raised_run_id, rep_name) values ('signal_pattern', 'D04', 'STOPPED',"
                        + " 'erp', 'groothandel', 'K101', '', '2026-10-01', '2026-11-20', 'Hotel <b>Zwaan</b>', 7, 'REP', 0.84,"
                        + " 12000, 'EUR', '" + TEXT + "', 'Stopped ordering.', '2026-11-21', " + run + ", 'Els')",
                "insert into app.signal_event (signal_id, event, event_date, run_id) values ('" + ID
                        + "', 'RAISED', '2026-11-21', " + run + ")",
                "insert into app.signal_day (business_date, run_id) values ('2026-11-21', " + run + ")");
    }
}
