package org.offtake.schedules.airflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where and how the workers of Airflow run our commands.
 *
 * @param folder where {@code ./offtake} lies on a worker; may be a template of Airflow's, as {@code {{ var.value.offtake_home }}}
 * @param config the configuration that every command is given; empty for the one in the folder
 * @param pool of Airflow's, whose slots say how many commands run at the same time
 */
public record DagSettings(String folder, Optional<Path> config, String pool, Operator operator) {
    /** What runs a command. */
    public sealed interface Operator {}

    /** A shell on the worker: right for one machine. */
    public record Bash() implements Operator {}

    /**
     * {@code spark-submit} on the worker, to whatever cluster its connection names.
     *
     * @param connection of Airflow's
     * @param application the jar of the commands, where the cluster can read it
     * @param jars what else is on its class path
     */
    public record SparkSubmit(String connection, String application, List<String> jars) implements Operator {
        public SparkSubmit {
            jars = List.copyOf(jars);
        }
    }
}
