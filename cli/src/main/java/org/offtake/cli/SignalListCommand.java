package org.offtake.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.offtake.serving.ServingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What there is to do this morning. */
@Command(
        name = "list",
        description = {
            "Signals that stand open, the most money at stake first, weighed by its probability.",
            "With --format csv for a spreadsheet."
        })
final class SignalListCommand extends ConfiguredCommand {
    private static final List<String> COLUMNS = List.of(
            "signal_id",
            "status",
            "raised_date",
            "company_code",
            "party_id",
            "party_name",
            "rep_name",
            "signal_kind",
            "subject",
            "recipient",
            "round(stake_amount, 2) as stake_amount",
            "currency_code");

    @Option(names = "--all", description = "Those that ended or are muted too, the newest first.")
    private boolean all;

    @Mixin
    private SpokenLanguage language = new SpokenLanguage();

    @Mixin
    private Printing printing = new Printing();

    @Override
    int work(Warehouse warehouse) {
        warehouse.refuseUnpublished(again());
        String text = "text_" + language.code();
        String sql = "select " + String.join(", ", COLUMNS) + ", " + text + " as signal_text from "
                + (all
                        ? "mart.signal order by raised_date desc, signal_id"
                        : "mart.open_signal order by weight_amount desc, signal_id");
        try (Connection connection = warehouse.readerDatabase().connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            printing.print(answer);
        } catch (SQLException failure) {
            throw ServingException.of("Cannot list the signals", failure);
        }
        return ExitCode.DONE;
    }
}
