package org.offtake.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offtake.etl.configuration.Airflow;
import org.offtake.schedules.airflow.DagFolder;
import org.offtake.schedules.airflow.DagFolder.Exported;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the schedules as DAG files; asks no server. */
@Command(
        name = "export",
        description = {
            "Write each schedule as a DAG file for Airflow 3, and remove files of schedules that are no more.",
            "A file that says the same is left alone, and one that somebody changed by hand is refused."
        })
final class ScheduleExportCommand extends ConfiguredCommand {
    @Option(
            names = "--to",
            paramLabel = "DAGS_FOLDER",
            description =
                    "The folder that Airflow reads DAGs from (default: 'dags' of 'airflow' in the configuration).")
    private Optional<Path> to = Optional.empty();

    @Option(names = "--overwrite", description = "Write over files that were changed by hand.")
    private boolean overwrite;

    @Mixin
    private Printing printing = new Printing();

    @Override
    int work(Warehouse warehouse) {
        Scheduling scheduling = new Scheduling(warehouse);
        Path folder = to.or(() -> warehouse.configuration().airflow().map(Airflow::dags))
                .orElseThrow(() -> new IllegalArgumentException("name the folder that Airflow reads DAGs from: --to"
                        + " DAGS_FOLDER, or 'dags' of 'airflow' in "
                        + warehouse.configuration().file()));
        List<Exported> exported =
                new DagFolder(folder).export(scheduling.schedules(), scheduling.dagSettings(), overwrite);
        printing.print(
                List.of("file", "change"),
                exported.stream()
                        .map(file ->
                                Printing.row(file.file(), file.change().name().toLowerCase(Locale.ROOT)))
                        .toList());
        return ExitCode.DONE;
    }
}
