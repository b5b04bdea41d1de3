package org.offtake.datatests.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offtake.models.ContractException;
import org.offtake.models.TableName;

/**
 * Reads the scenarios of one page.
 *
 * <p>A page has one scenario under its title, or several, each under a title of the second level. Lines that begin with
 * Given, When business_date or Then are its steps; every other line is prose.
 */
final class Page {
    private static final Pattern GIVEN = Pattern.compile("Given ([a-z]+\\.[a-z0-9_]+):");
    private static final Pattern WHEN = Pattern.compile("When business_date is (\\S+?)\\.?");
    private static final Pattern STEP = Pattern.compile("Given [a-z]+\\..*|When business.*|Then\\b.*");
    private static final String THEN = "Then:";
    private static final String THEN_NOTHING = "Then: no rows.";
    private static final String THEN_AMONG_OTHERS = "Then among others:";

    private final Path file;
    private final List<String> lines;
    private final List<Scenario> scenarios = new ArrayList<>();
    private Draft draft = new Draft("", 1);

    private Page(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** A scenario that is still being read. */
    private static final class Draft {
        private final String title;
        private final int line;
        private final Map<TableName, MarkdownTable> given = new LinkedHashMap<>();
        private Optional<LocalDate> businessDate = Optional.empty();
        private Optional<Scenario.Expected> then = Optional.empty();

        private Draft(String title, int line) {
            this.title = title;
            this.line = line;
        }

        private boolean hasSteps() {
            return !given.isEmpty() || businessDate.isPresent() || then.isPresent();
        }
    }

    static List<Scenario> read(Path file) {
        try {
            return read(file, Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Scenario> read(Path file, List<String> lines) {
        Page page = new Page(file, lines);
        for (int index = 0; index < lines.size(); ) {
            index = page.step(index);
        }
        page.close();
        return List.copyOf(page.scenarios);
    }

    /** Reads what stands at the index and gives the index of what stands after it. */
    private int step(int index) {
        String line = lines.get(index).strip();
        if (line.startsWith("# ")) {
            draft = new Draft(line.substring(2).strip(), index + 1);
            return index + 1;
        }
        if (line.startsWith("## ")) {
            closeBefore(index);
            draft = new Draft(line.substring(3).strip(), index + 1);
            return index + 1;
        }
        if (MarkdownTable.isRow(line)) {
            throw problem(index, "no `Given layer.table:` and no `Then:` stands above this table");
        }
        if (!STEP.matcher(line).matches()) {
            return index + 1;
        }
        if (draft.then.isPresent()) {
            throw problem(index, "the scenario has its `Then` already; begin the next one with a title `## …`");
        }
        return keyword(index, line);
    }

    private int keyword(int index, String line) {
        Matcher given = GIVEN.matcher(line);
        if (given.matches()) {
            MarkdownTable table = tableBelow(index);
            if (draft.given.put(table(index, given.group(1)), table) != null) {
                throw problem(index, given.group(1) + " is given twice in this scenario");
            }
            return after(table);
        }
        Matcher when = WHEN.matcher(line);
        if (when.matches()) {
            draft.businessDate = Optional.of(date(index, when.group(1)));
            return index + 1;
        }
        if (line.equals(THEN_NOTHING)) {
            draft.then = Optional.of(new Scenario.Expected(MarkdownTable.empty(index + 1), false));
            return index + 1;
        }
        if (line.equals(THEN) || line.equals(THEN_AMONG_OTHERS)) {
            MarkdownTable table = tableBelow(index);
            draft.then = Optional.of(new Scenario.Expected(table, line.equals(THEN_AMONG_OTHERS)));
            return after(table);
        }
        throw problem(
                index,
                "'" + line + "' is no step: write `Given layer.table:`, `When business_date is 2026-03-01.`, `" + THEN
                        + "`, `" + THEN_AMONG_OTHERS + "` or `" + THEN_NOTHING + "`");
    }

    private MarkdownTable tableBelow(int index) {
        int below = index + 1;
        while (below < lines.size() && lines.get(below).isBlank()) {
            below++;
        }
        if (below == lines.size() || !MarkdownTable.isRow(lines.get(below))) {
            throw problem(index, "no table stands below this line");
        }
        return MarkdownTable.read(file, lines, below);
    }

    private static int after(MarkdownTable table) {
        return table.line() + 1 + table.rows().size();
    }

    private void closeBefore(int index) {
        boolean isUnderPageTitle =
                scenarios.isEmpty() && lines.get(draft.line - 1).startsWith("# ");
        if (isUnderPageTitle && draft.hasSteps()) {
            throw problem(index, "the steps above stand under no title of the second level; give them one too");
        }
        if (!isUnderPageTitle) {
            close();
        }
    }

    private void close() {
        Scenario.Expected then = draft.then.orElseThrow(
                () -> new ContractException(file, draft.line, "the scenario '" + draft.title + "' has no `Then`"));
        scenarios.add(new Scenario(file, draft.title, Map.copyOf(draft.given), draft.businessDate, then));
    }

    private TableName table(int index, String name) {
        try {
            return TableName.parse(name);
        } catch (IllegalArgumentException wrong) {
            throw problem(index, String.valueOf(wrong.getMessage()));
        }
    }

    private LocalDate date(int index, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw problem(index, "'" + text + "' is no day, such as 2026-03-01");
        }
    }

    private ContractException problem(int index, String problem) {
        return new ContractException(file, index + 1, problem);
    }
}
