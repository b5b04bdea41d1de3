package org.offtake.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Layer;
import org.offtake.models.Library;
import org.offtake.models.Nearest;
import org.offtake.models.SourceTable;
import org.offtake.models.TableName;
import org.offtake.serving.ServingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers one question in SQL. */
@Command(
        name = "sql",
        description = {
            "Ask the lake (bronze., seed., silver., gold.), or with --mart PostgreSQL.",
            "The lake answers as it stood when the figures were published that the readers see."
        })
final class SqlCommand extends ConfiguredCommand {
    @Parameters(paramLabel = "SELECT", description = "One SELECT.")
    private String sql = "";

    @Option(names = "--mart", description = "Ask PostgreSQL instead of the lake.")
    private boolean mart;

    @Option(names = "--run", paramLabel = "N", description = "As the lake stood when run N was published.")
    private @Nullable Long run;

    @Option(names = "--newest", description = "As the lake is now, published or not.")
    private boolean newest;

    @Mixin
    private Printing printing = new Printing();

    @Override
    int work(Warehouse warehouse) {
        if (mart && (newest || run != null)) {
            throw new IllegalArgumentException(
                    "PostgreSQL holds the published figures only: --newest and --run ask the lake, without --mart");
        }
        if (newest && run != null) {
            throw new IllegalArgumentException("--newest and --run are two moments: give one of them");
        }
        if (mart) {
            askPostgres(warehouse);
            return ExitCode.DONE;
        }
        askLake(warehouse);
        return ExitCode.DONE;
    }

    private void askLake(Warehouse warehouse) {
        SqlText text = new SqlText("the SELECT", sql);
        refuseUnknown(warehouse.library(), text);
        Inputs now = Inputs.pin(warehouse.lake(), warehouse.library(), text.reads());
        Inputs asked = newest ? now : asOfRun(warehouse, now);
        printing.print(text.over(warehouse.lake().spark(), "asked", asked::read, Map.of()));
    }

    private static void refuseUnknown(Library library, SqlText text) {
        Set<String> known = Stream.concat(
                        library.tables().stream(), library.sources().stream().map(SourceTable::bronze))
                .filter(table -> table.layer() != Layer.MART)
                .map(TableName::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        Stream.concat(text.unknown().stream(), text.reads().stream().map(TableName::toString))
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("the lake has no table '" + name + "'."
                            + (name.startsWith("mart.")
                                    ? " The mart is in PostgreSQL: add --mart"
                                    : Nearest.to(name, known)
                                            .map(near -> " Did you mean '" + near + "'?")
                                            .orElse(" `offtake explain` lists every table.")));
                });
    }

    private Inputs asOfRun(Warehouse warehouse, Inputs now) {
        Optional<AsOfRun> found = AsOfRun.of(warehouse, Optional.ofNullable(run));
        found.ifPresent(asOf -> asOf.told(now).ifPresent(System.err::println));
        return found.map(asOf -> asOf.of(now)).orElse(now);
    }

    private void askPostgres(Warehouse warehouse) {
        try (Connection connection = warehouse.readerDatabase().connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            printing.print(answer);
        } catch (SQLException wrong) {
            throw ServingException.of("PostgreSQL cannot answer", wrong);
        }
    }
}
