package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.land.Deliveries;
import org.offtake.etl.quarantine.CorrectionExport;
import org.offtake.etl.quarantine.CorrectionReturn;
import org.offtake.etl.quarantine.QuarantinedRecords;
import org.offtake.models.Nearest;
import org.offtake.models.SourceTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records that cannot be used as they are: how many there are, out to a spreadsheet, and back. */
@Command(
        name = "quarantine",
        description = "Records that cannot be used: count them, write them as a spreadsheet, bring it back.",
        subcommands = {QuarantineCommand.Counts.class, QuarantineCommand.Export.class, QuarantineCommand.Return.class})
final class QuarantineCommand {

    /** How many records there are, and why. */
    @Command(name = "list", description = "How many records are in quarantine, by source table and reason.")
    static final class Counts extends ConfiguredCommand {
        @Mixin
        private Printing printing = new Printing();

        @Override
        int work(Warehouse warehouse) {
            if (nothingLanded(warehouse, again())) {
                return ExitCode.DONE;
            }
            printing.print(new QuarantinedRecords(warehouse.lake()).counts());
            return ExitCode.DONE;
        }
    }

    /** Writes a spreadsheet for people to correct. */
    @Command(name = "export", description = "Write the records as a spreadsheet, a sheet for each source table.")
    static final class Export extends ConfiguredCommand {
        @Option(names = "--to", paramLabel = "FILE", required = true, description = "A new .xlsx file.")
        private Path file = Path.of("corrections.xlsx");

        @Option(names = "--source", paramLabel = "SYSTEM[/TABLE]", description = "Of one source only.")
        private @Nullable String source;

        @Override
        int work(Warehouse warehouse) {
            List<SourceTable> tables = chosen(warehouse.pipeline(date()).sources());
            if (nothingLanded(warehouse, again())) {
                return ExitCode.DONE;
            }
            Lake lake = warehouse.lake();
            List<SourceTable> landed =
                    tables.stream().filter(table -> lake.exists(table.bronze())).toList();
            try {
                CorrectionExport.Written written = new CorrectionExport(
                                new QuarantinedRecords(lake), Clock.systemUTC().instant())
                        .write(file, landed);
                written.records().forEach((table, records) -> System.err.println(table + ": " + records + " records"));
                if (written.tooLong() > 0) {
                    System.err.println("WARNING " + written.tooLong() + " records are left out, since a field is too"
                            + " long for a cell or the sheet is full; have their source deliver them again");
                }
                System.err.println("wrote " + file + "; correct it, then: offtake quarantine return " + file + again());
                return ExitCode.DONE;
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        private List<SourceTable> chosen(List<SourceTable> all) {
            Optional<String> wanted = Optional.ofNullable(source);
            List<SourceTable> tables = all.stream()
                    .filter(table -> wanted.isEmpty()
                            || wanted.get().equals(table.system())
                            || wanted.get().equals(table.qualifiedName()))
                    .toList();
            if (tables.isEmpty()) {
                throw new IllegalArgumentException("there is no source '" + wanted.orElse("") + "'."
                        + Nearest.hint(
                                wanted.orElse(""),
                                all.stream().map(SourceTable::qualifiedName).toList()));
            }
            return tables;
        }
    }

    /** Puts a corrected spreadsheet where the next run takes it in. */
    @Command(name = "return", description = "Put a corrected spreadsheet into the folders of its sources.")
    static final class Return extends ConfiguredCommand {
        @Parameters(paramLabel = "FILE", description = "The corrected .xlsx file.")
        private Path file = Path.of("corrections.xlsx");

        @Override
        int work(Warehouse warehouse) {
            try {
                new CorrectionReturn(
                                warehouse.configuration(),
                                warehouse.pipeline(date()).sources())
                        .put(file)
                        .forEach(written -> System.err.println("put " + written));
                System.err.println("the next `offtake run" + again() + "` takes it in; `offtake quarantine list"
                        + again() + "` tells what is left");
                return ExitCode.DONE;
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private static boolean nothingLanded(Warehouse warehouse, String again) {
        boolean nothing =
                Lake.version(warehouse.configuration().lake(), Deliveries.TABLE).isEmpty();
        if (nothing) {
            System.err.println("nothing has landed yet: start with `offtake run" + again + "`");
        }
        return nothing;
    }
}
