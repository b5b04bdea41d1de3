package org.offtake.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.offtake.models.Catalog;
import org.offtake.models.Described;
import org.offtake.models.Dictionary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a table means and what it is made of, from the contracts; it needs no warehouse. */
@Command(
        name = "explain",
        description = "What a table means, what it is made of and what is made of it; without a name, every table.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private Printing printing = new Printing();

    @Parameters(arity = "0..1", paramLabel = "TABLE", description = "Such as gold.dim_party, or wholesale/orders.")
    private @Nullable String table;

    @Mixin
    private KnownModels models = new KnownModels();

    @Option(names = "--dictionary", description = "All of it as a page of Markdown.")
    private boolean dictionary;

    @Override
    public Integer call() {
        House house = House.here();
        Catalog catalog = Catalog.of(models.library());
        if (dictionary) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .print(new Dictionary(catalog, house.root()).markdown());
            return ExitCode.DONE;
        }
        if (table == null) {
            every(catalog);
            return ExitCode.DONE;
        }
        one(catalog, catalog.table(table), house);
        return ExitCode.DONE;
    }

    /** What a table is made of makes a list too wide to read; it stands there for programs. */
    private void every(Catalog catalog) {
        boolean forPeople = printing.format() == Format.TABLE;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        catalog.tables()
                .values()
                .forEach(each -> rows.add(
                        forPeople
                                ? List.of(each.name(), each.about())
                                : List.of(each.name(), String.join(", ", each.reads()), each.about())));
        List<String> names = forPeople ? List.of("table", "about") : List.of("table", "made_of", "about");
        printing.format().print(names, rows, System.out);
    }

    private void one(Catalog catalog, Described described, House house) {
        boolean forPeople = printing.format() == Format.TABLE;
        if (forPeople) {
            System.out.println(described.about());
            System.out.println();
            say("one row per", described.grain());
            say("made of", described.reads());
            say("comes from", catalog.sources(described.name()));
            say("read by", catalog.readBy(described.name()));
            say("owner", described.owner().stream().toList());
            say("written in", List.of(place(described.file(), house)));
            say(
                    "amended in",
                    described.amendments().stream()
                            .map(file -> place(file, house))
                            .toList());
            System.out.println();
        }
        List<List<@Nullable Object>> columns = new ArrayList<>();
        described
                .columns()
                .forEach(column -> columns.add(List.of(
                        column.name(), column.type().toString(), column.optional() ? "yes" : "", column.about())));
        printing.format().print(List.of("column", "is", "may_be_empty", "about"), columns, System.out);
        if (forPeople && !described.checks().isEmpty()) {
            System.out.println();
            described
                    .checks()
                    .forEach(check -> System.out.println(check.severity().name().toLowerCase(Locale.ROOT) + "  "
                            + check.condition().strip() + ", because " + check.because()));
        }
    }

    private static String place(Path file, House house) {
        Path whole = file.toAbsolutePath().normalize();
        return (whole.startsWith(house.root()) ? house.root().relativize(whole) : whole).toString();
    }

    private static void say(String what, List<String> said) {
        if (!said.isEmpty()) {
            System.out.printf(Locale.ROOT, "%-12s %s%n", what, String.join(", ", said));
        }
    }
}
