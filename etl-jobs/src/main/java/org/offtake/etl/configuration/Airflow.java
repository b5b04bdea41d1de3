package org.offtake.etl.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.offtake.models.YamlMap;

/**
 * The Airflow that runs the schedules; the password and the variables are never printed.
 *
 * @param url of its server
 * @param dags the folder that it reads DAGs from, as it is seen here
 * @param checkout where {@code ./offtake} lies on its workers; empty for this checkout
 * @param config the configuration on its workers; empty for this one
 * @param pool whose slots say how many commands run at the same time
 * @param pools slots by name
 * @param sparkSubmit what submits the commands instead of a shell; empty for a shell
 */
public record Airflow(
        URI url,
        String user,
        String password,
        Path dags,
        Optional<String> checkout,
        Optional<String> config,
        String pool,
        Map<String, Integer> pools,
        Map<String, String> variables,
        Optional<SparkSubmit> sparkSubmit) {
    private static final String POOL = "offtake";

    public Airflow {
        pools = Map.copyOf(pools);
        variables = Map.copyOf(variables);
    }

    /**
     * @param connection of Airflow's to the cluster
     * @param application the jar of the commands
     * @param jars what else is on its class path
     */
    public record SparkSubmit(String connection, String application, List<String> jars) {
        public SparkSubmit {
            jars = List.copyOf(jars);
        }
    }

    /**
     * @param folder the path that a value names
     * @param filled the value of a key of a map, with environment variables filled in
     */
    static Airflow read(YamlMap airflow, Function<String, Path> folder, BiFunction<YamlMap, String, String> filled) {
        airflow.only(Set.of(
                "url", "user", "password", "dags", "checkout", "config", "pool", "pools", "variables", "spark_submit"));
        String pool = airflow.optionalText("pool").orElse(POOL);
        Map<String, Integer> pools = new TreeMap<>(Map.of(pool, 1));
        airflow.map("pools").ifPresent(map -> map.keys().forEach(name -> pools.put(name, slots(map, name))));
        Map<String, String> variables = new TreeMap<>();
        airflow.map("variables")
                .ifPresent(map -> map.keys().forEach(name -> variables.put(name, filled.apply(map, name))));
        return new Airflow(
                HttpAddress.of(airflow, "url", filled.apply(airflow, "url")),
                filled.apply(airflow, "user"),
                filled.apply(airflow, "password"),
                folder.apply(airflow.text("dags")),
                airflow.optionalText("checkout").map(any -> filled.apply(airflow, "checkout")),
                airflow.optionalText("config").map(any -> filled.apply(airflow, "config")),
                pool,
                pools,
                variables,
                airflow.map("spark_submit")
                        .map(map -> sparkSubmit(map.only(Set.of("connection", "application", "jars")))));
    }

    private static int slots(YamlMap pools, String name) {
        int slots = pools.number(name, 1);
        if (slots < 1) {
            throw pools.problem(name, "pool '" + name + "' needs at least one slot");
        }
        return slots;
    }

    private static SparkSubmit sparkSubmit(YamlMap map) {
        return new SparkSubmit(
                map.optionalText("connection").orElse("spark_default"), map.text("application"), map.texts("jars"));
    }

    @Override
    public String toString() {
        return "Airflow[" + url + "]";
    }
}
