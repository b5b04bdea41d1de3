package org.offtake.cli;

import java.time.Duration;
import java.util.List;
import org.offtake.etl.configuration.Airflow;
import org.offtake.schedules.airflow.DagFolder;
import org.offtake.schedules.airflow.Deployment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the schedules to Airflow. */
@Command(
        name = "deploy",
        description = {
            "Export the schedules into the folder of Airflow, and let the new ones run once it has read them.",
            "Says what Airflow cannot read. A schedule that somebody paused stays paused."
        })
final class ScheduleDeployCommand extends ConfiguredCommand {
    @Option(names = "--overwrite", description = "Write over files that were changed by hand.")
    private boolean overwrite;

    @Option(
            names = "--wait",
            paramLabel = "MINUTES",
            description = "How long Airflow may take to read them (default: ${DEFAULT-VALUE}).")
    private int minutes = 10;

    @Override
    int work(Warehouse warehouse) {
        Airflow airflow = warehouse
                .configuration()
                .airflow()
                .orElseThrow(() -> new IllegalArgumentException("no Airflow is configured: name its 'url', 'user',"
                        + " 'password' and folder of 'dags' under 'airflow' in "
                        + warehouse.configuration().file()));
        Scheduling scheduling = new Scheduling(warehouse);
        Deployment deployment = new Deployment(
                Duration.ofMinutes(minutes),
                airflow.pools(),
                airflow.variables(),
                System.err::println,
                scheduling.clock());
        List<String> wrong = deployment.deploy(
                scheduling.engine(airflow),
                scheduling.schedules(),
                new DagFolder(airflow.dags()),
                scheduling.dagSettings(),
                overwrite);
        wrong.forEach(System.err::println);
        return wrong.isEmpty() ? ExitCode.DONE : ExitCode.OUR_MISTAKE;
    }
}
