package org.offtake.etl.followup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.files.NewWorkbook;
import org.offtake.models.Library;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/**
 * Writes the open signals as a workbook in which people say what became of them.
 *
 * @param reader sees schema mart
 * @param language nl or en: of the texts and of what people choose from
 * @param rep the name of the salesperson whose signals they are; empty for all
 * @param now the local time of the company, which names the sheet
 */
public record FollowupExport(
        Library library, Database reader, String language, Optional<String> rep, LocalDateTime now) {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String CHOICES = "Keuzes - Choices";
    private static final int FIRST_ROW = 3;
    private static final String GREY = "F2F2F2";
    private static final String YELLOW = "FFF8DC";

    /**
     * Writes it; gives the number of signals in it.
     *
     * @throws IllegalArgumentException when nobody of that name has an open signal, naming those who have
     */
    public int write(Path file) throws IOException {
        FollowupSheet sheet = FollowupSheet.of(library);
        try (Connection connection = reader.connect()) {
            if (rep.isPresent()) {
                refuseUnknown(rep.get(), connection);
            }
            Map<String, List<String>> choices = choices(connection);
            return new NewWorkbook(file).write(workbook -> {
                Worksheet page = workbook.newWorksheet("Signalen - Signals");
                head(page, sheet);
                int rows = fill(page, connection);
                offer(page, choose(workbook, choices), rows);
                return rows;
            });
        } catch (SQLException failure) {
            throw ServingException.of("Cannot read the signals to write them to " + file, failure);
        }
    }

    private static void refuseUnknown(String rep, Connection connection) throws SQLException {
        String sql = "select distinct rep_name from mart.open_signal where rep_name is not null order by 1";
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        if (!names.contains(rep)) {
            throw new IllegalArgumentException("nobody called '" + rep + "' has an open signal; those who have: "
                    + (names.isEmpty() ? "nobody" : String.join(", ", names)));
        }
    }

    private Map<String, List<String>> choices(Connection connection) throws SQLException {
        String sql = "select code_kind, code || ' - ' || text_" + language
                + " from mart.report_followup_code order by code_kind, code_order, code";
        Map<String, List<String>> choices = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                choices.computeIfAbsent(rows.getString(1), kind -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return choices;
    }

    private static void head(Worksheet page, FollowupSheet sheet) {
        page.value(
                0,
                0,
                "Vul de gele kolommen in en geef het bestand terug; een rij zonder stand zegt niets."
                        + " / Fill in the yellow columns and return the file; a row without a status says nothing.");
        page.style(0, 0).italic().set();
        List<String> names = sheet.names();
        for (FollowupSheet.Cell cell : FollowupSheet.Cell.values()) {
            int column = column(cell);
            page.value(FIRST_ROW - 1, column, names.get(column));
            page.style(FIRST_ROW - 1, column)
                    .bold()
                    .wrapText(true)
                    .fillColor(cell.isOpen() ? YELLOW : GREY)
                    .set();
            page.width(column, cell.width());
        }
        page.freezePane(1, FIRST_ROW);
    }

    private int fill(Worksheet page, Connection connection) throws IOException {
        String sql = "select signal_id, rep_name, party_id, coalesce(party_name, party_id), raised_date, stake_amount,"
                + " currency_code, text_" + language + " from mart.open_signal"
                + (rep.isPresent() ? " where rep_name = ?" : "")
                + " order by weight_amount desc, signal_id";
        int line = FIRST_ROW;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (rep.isPresent()) {
                statement.setString(1, rep.get());
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row(page, line++, rows);
                }
            }
            return line - FIRST_ROW;
        } catch (SQLException failure) {
            throw ServingException.of("Cannot read the open signals", failure);
        }
    }

    private void row(Worksheet page, int line, ResultSet row) throws SQLException {
        text(page, line, FollowupSheet.Cell.SIGNAL, row.getString(1));
        text(page, line, FollowupSheet.Cell.SALESPERSON, row.getString(2));
        text(page, line, FollowupSheet.Cell.CUSTOMER_NUMBER, row.getString(3));
        text(page, line, FollowupSheet.Cell.CUSTOMER, row.getString(4));
        day(page, line, FollowupSheet.Cell.TOLD_ON, row.getObject(5, LocalDate.class));
        if (row.getBigDecimal(6) != null) {
            page.value(line, column(FollowupSheet.Cell.STAKE), row.getBigDecimal(6));
            page.style(line, column(FollowupSheet.Cell.STAKE))
                    .format("#,##0.00")
                    .set();
        }
        text(page, line, FollowupSheet.Cell.CURRENCY, row.getString(7));
        text(page, line, FollowupSheet.Cell.TEXT, row.getString(8));
        page.style(line, column(FollowupSheet.Cell.TEXT)).wrapText(true).set();
        page.style(line, column(FollowupSheet.Cell.DAY)).format("dd-mm-yyyy").set();
        text(page, line, FollowupSheet.Cell.SHEET, now.format(NAME));
        day(page, line, FollowupSheet.Cell.MADE_ON, now.toLocalDate());
    }

    private static void text(Worksheet page, int line, FollowupSheet.Cell cell, @Nullable String value) {
        if (value != null) {
            page.value(line, column(cell), NewWorkbook.text(value));
        }
        page.style(line, column(cell)).format("@").set();
    }

    private static void day(Worksheet page, int line, FollowupSheet.Cell cell, LocalDate day) {
        page.value(line, column(cell), day);
        page.style(line, column(cell)).format("dd-mm-yyyy").set();
    }

    /** A sheet with what can be chosen; gives the column and the number of each kind. */
    private static Map<String, Choice> choose(Workbook workbook, Map<String, List<String>> choices) {
        Worksheet page = workbook.newWorksheet(CHOICES);
        Map<String, Choice> places = new LinkedHashMap<>();
        choices.forEach((kind, texts) -> {
            Choice choice = new Choice(page, places.size(), texts.size());
            for (int line = 0; line < texts.size(); line++) {
                page.value(line, choice.column(), texts.get(line));
            }
            page.width(choice.column(), FollowupSheet.Cell.TEXT.width() / 2.0);
            places.put(kind, choice);
        });
        return places;
    }

    private record Choice(Worksheet page, int column, int size) {}

    private static void offer(Worksheet page, Map<String, Choice> choices, int rows) {
        if (rows == 0) {
            return;
        }
        int last = FIRST_ROW + rows - 1;
        for (FollowupSheet.Cell cell : FollowupSheet.Cell.values()) {
            Choice choice = choices.get(cell.choices());
            if (choice != null) {
                page.range(FIRST_ROW, column(cell), last, column(cell))
                        .validateWithList(choice.page().range(0, choice.column(), choice.size() - 1, choice.column()))
                        .allowBlank(true)
                        .showErrorMessage(true)
                        .errorStyle(DataValidationErrorStyle.STOP)
                        .errorTitle("Offtake")
                        .error("Kies uit de lijst. / Choose from the list.");
            }
        }
    }

    private static int column(FollowupSheet.Cell cell) {
        return List.of(FollowupSheet.Cell.values()).indexOf(cell);
    }
}
