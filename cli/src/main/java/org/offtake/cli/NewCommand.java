package org.offtake.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what follows from a name or a contract, so that nobody types it twice. */
@Command(
        name = "new",
        description = "Write the files of something new.",
        subcommands = {NewCommand.Kpi.class, NewCommand.Migration.class})
final class NewCommand {

    /** Writes the files of a KPI, which hold every rule as they are; what it means is then changed in its scenario. */
    @Command(name = "kpi", description = "Write the files of a new KPI, and say which to open first.")
    static final class Kpi implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "What it is called, in snake_case, such as open_orders.")
        private String name = "";

        @Option(
                names = "--subject",
                paramLabel = "FOLDER",
                defaultValue = "orders",
                description = "The subject it belongs to: a folder of models/mart (default: ${DEFAULT-VALUE}).")
        private String subject = "orders";

        @Option(
                names = "--dashboard",
                paramLabel = "FOLDER",
                defaultValue = "sales-at-a-glance",
                description = "The dashboard that gets its card (default: ${DEFAULT-VALUE}).")
        private String dashboard = "sales-at-a-glance";

        @Override
        public Integer call() {
            NewKpi kpi = new NewKpi(House.here(), name.replaceFirst("^kpi_", ""), subject, dashboard);
            kpi.write().forEach(file -> System.err.println("wrote " + file));
            System.err.println(
                    "open " + kpi.scenario() + " first: say there what the figure is, then change the SELECT");
            return ExitCode.DONE;
        }
    }

    /** Writes the migration that gives new mart models their tables. */
    @Command(name = "migration", description = "Write the migration for mart models that have none yet.")
    static final class Migration implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "What it is for, in snake_case.")
        private String name = "";

        @Override
        public Integer call() {
            NewKpi.refuseUnlessSnakeCase("migration", name);
            Optional<Path> written = new MartMigration(House.here()).write(name);
            System.err.println(written.map(file -> "wrote " + file)
                    .orElse("the migrations say everything that the contracts of the mart say"));
            return ExitCode.DONE;
        }
    }
}
