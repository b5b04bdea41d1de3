package org.offtake.datatests.handbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.offtake.cli.Offtake;

/**
 * Does what a page shows, block by block, in a working folder, and writes the page anew with what was printed.
 *
 * <p>A block {@code csv NAME} or {@code yaml NAME} is a file. A block {@code sh} holds commands, one per line; a block
 * {@code sql} is what {@code offtake sql} is asked, with {@code --mart} where it names a table of the mart. A block
 * {@code text} below one of these is what it printed.
 */
public final class PageRun {
    private static final String FENCE = "```";
    private static final String PRINTED = FENCE + "text";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Path folder;
    private final List<String> lines;
    private final List<String> again = new ArrayList<>();

    private PageRun(Path folder, List<String> lines) {
        this.folder = folder;
        this.lines = lines;
    }

    /** The page to run, and where to write it anew; the working folder is that of the process. */
    public static void main(String[] arguments) throws IOException {
        PageRun run = new PageRun(Path.of("").toAbsolutePath(), Files.readAllLines(Path.of(arguments[0])));
        for (int index = 0; index < run.lines.size(); ) {
            index = run.line(index);
        }
        Files.write(Path.of(arguments[1]), run.again);
        System.exit(0);
    }

    /** Does what begins at the line, and gives the line after it. */
    private int line(int index) throws IOException {
        String fence = lines.get(index);
        again.add(fence);
        if (!fence.startsWith(FENCE)) {
            return index + 1;
        }
        int end = index + 1 + lines.subList(index + 1, lines.size()).indexOf(FENCE);
        List<String> block = lines.subList(index + 1, end);
        again.addAll(block);
        again.add(FENCE);
        String[] info = fence.substring(FENCE.length()).split(" ", 2);
        switch (info[0]) {
            case "csv", "yaml" -> write(info[1], block);
            case "sh" -> {
                return told(end + 1, block.stream().map(this::command).reduce("", String::concat));
            }
            case "sql" -> {
                return told(end + 1, question(String.join("\n", block)));
            }
            default -> {
                return end + 1;
            }
        }
        return end + 1;
    }

    private void write(String name, List<String> block) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, block);
    }

    /** Writes what was printed in place of what the page says was printed. */
    private int told(int index, String printed) {
        if (!printed.isEmpty()) {
            again.add("");
            again.add(PRINTED);
            again.addAll(printed.lines().toList());
            again.add(FENCE);
        }
        boolean saysSo = index + 1 < lines.size()
                && lines.get(index).isEmpty()
                && lines.get(index + 1).equals(PRINTED);
        return saysSo ? index + 1 + lines.subList(index + 1, lines.size()).indexOf(FENCE) + 1 : index;
    }

    private String command(String line) {
        List<String> words = WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
        if (!words.get(0).equals("offtake")) {
            throw new IllegalArgumentException("'" + line + "' is no command of offtake");
        }
        return printed(words.subList(1, words.size()));
    }

    private String question(String sql) {
        return printed(sql.contains("mart.") ? List.of("sql", "--mart", sql) : List.of("sql", sql));
    }

    private static String printed(List<String> arguments) {
        PrintStream terminal = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int code = Offtake.run(arguments.toArray(String[]::new));
            if (code != 0) {
                System.out.println("exit code " + code);
            }
        } finally {
            System.setOut(terminal);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
