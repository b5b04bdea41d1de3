package org.offtake.etl.conform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Somebody who opens a workbook, changes what stands in some cells, and saves it under another name. */
final class Clerk {
    private Clerk() {}

    /** Changes every row, given and taken as texts by the name of the column. */
    static void correct(Path exported, Path saved, UnaryOperator<Map<String, String>> change) throws IOException {
        Map<String, List<Map<String, String>>> sheets = read(exported);
        try (OutputStream bytes = Files.newOutputStream(saved);
                Workbook workbook = new Workbook(bytes, "clerk", "1.0")) {
            sheets.forEach((name, rows) -> {
                Worksheet sheet = workbook.newWorksheet(name);
                List<String> names = List.copyOf(rows.get(0).keySet());
                for (int column = 0; column < names.size(); column++) {
                    sheet.value(0, column, names.get(column));
                }
                for (int row = 0; row < rows.size(); row++) {
                    Map<String, String> changed = change.apply(new LinkedHashMap<>(rows.get(row)));
                    for (int column = 0; column < names.size(); column++) {
                        sheet.value(row + 1, column, changed.get(names.get(column)));
                    }
                }
            });
        }
    }

    /** The rows of each sheet as texts by column. */
    static Map<String, List<Map<String, String>>> read(Path file) throws IOException {
        Map<String, List<Map<String, String>>> sheets = new TreeMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            for (var sheet : workbook.getSheets().toList()) {
                List<Map<String, String>> rows = new ArrayList<>();
                List<List<String>> lines = sheet.read().stream()
                        .map(row -> row.stream()
                                .map(cell -> cell == null ? "" : cell.getText())
                                .toList())
                        .toList();
                for (List<String> line : lines.subList(1, lines.size())) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (int column = 0; column < lines.get(0).size(); column++) {
                        cells.put(lines.get(0).get(column), column < line.size() ? line.get(column) : "");
                    }
                    rows.add(cells);
                }
                sheets.put(sheet.getName(), rows);
            }
        }
        return sheets;
    }
}
