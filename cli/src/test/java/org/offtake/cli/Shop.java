package org.offtake.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A shop with a counter at its door: a source, an entity and models of its own, and a first file.
 *
 * @param own where its models are, below the folder
 */
record Shop(Path folder, String own) {
    private static final String HOUSE = "offtake.house";

    /** Its models lie in a folder of its own, beside the shipped ones or those that are installed with {@link #installed}: none. */
    static Shop in(Path folder) throws IOException {
        return new Shop(folder, "own").written();
    }

    /** Its models are all that is installed, with the shipped schedules: so that a run is quick. */
    static Shop alone(Path folder) throws IOException {
        return new Shop(folder, "house/models").written();
    }

    private Shop written() throws IOException {
        write();
        Files.createDirectories(folder.resolve("house/models/migrations"));
        Path schedules = Files.createDirectories(folder.resolve("house/schedules"));
        try (Stream<Path> shipped = Files.list(House.here().schedules())) {
            for (Path file :
                    shipped.filter(it -> it.toString().endsWith(".yml")).toList()) {
                Files.copy(
                        file,
                        schedules.resolve(Objects.requireNonNull(file.getFileName())),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return this;
    }

    /** Until it is closed, the commands of this process find what the shop has installed. */
    interface Installed extends AutoCloseable {
        @Override
        void close();
    }

    Installed installed() {
        String before = System.setProperty(HOUSE, house().toString());
        return () -> System.setProperty(HOUSE, before);
    }

    Path house() {
        return folder.resolve("house");
    }

    private void write() throws IOException {
        write("offtake.yml", """
                company: {code: shop, zone: Europe/Amsterdam, currency: EUR}
                home: work
                %sschedules: own/schedules
                sources:
                  counter: {folder: drop}
                """.formatted(own.equals("own") ? "models: own\n" : ""));
        write(own + "/entities/visits.yml", """
                about: A visit to the shop, as a counter at the door sees it.
                key: visit_id
                columns:
                  visit_id:    {is: id,       about: Number the counter gives}
                  visit_date:  {is: date,     about: Local day}
                  visitors:    {is: quantity, about: How many came in together}
                checks:
                  - must: visitors > 0
                    because: nobody is no visit
                """);
        write(own + "/sources/counter/doors.yml", """
                about: Visits, one file a day.
                format: csv
                files: "doors_*.csv"
                dialect: {delimiter: ";"}
                columns:
                  nr:    {is: id}
                  dag:   {is: date, format: dd-MM-yyyy}
                  aantal: {is: quantity}
                becomes: {visits: otherwise}
                """);
        write(own + "/sources/counter/visits.sql", """
                -- One row per visit.
                select records._record, records.nr as visit_id, records.dag as visit_date, records.aantal as visitors
                from bronze.counter_doors as records
                """);
        write(own + "/gold/visits/fact_visit.yml", """
                about: One row per visit.
                grain: visit_id
                owner: sales
                load: merge
                follows:
                  silver.visits: visit_id
                columns:
                  visit_id:   {is: id,       about: Number the counter gives}
                  visit_date: {is: date,     about: Local day}
                  visitors:   {is: quantity, about: How many came in together}
                """);
        write(own + "/gold/visits/fact_visit.sql", """
                -- One row per visit.
                select visits.visit_id, visits.visit_date, visits.visitors
                from silver.visits as visits
                """);
        write(own + "/mart/visits/kpi_visit_day.yml", """
                about: One row per day.
                grain: visit_date
                owner: sales
                load: merge
                follows:
                  gold.fact_visit: visit_date
                columns:
                  visit_date: {is: date,     about: Local day}
                  visitors:   {is: quantity, about: How many came in}
                """);
        write(own + "/mart/visits/kpi_visit_day.sql", """
                -- One row per day with a visit.
                select visits.visit_date, sum(visits.visitors) as visitors
                from gold.fact_visit as visits
                group by visits.visit_date
                """);
        Files.createDirectories(folder.resolve("own/schedules"));
        write("drop/doors_20240301.csv", """
                nr;dag;aantal
                v1;29-02-2024;2
                v2;29-02-2024;3
                v3;30-02-2024;1
                v4;01-03-2024;0
                """);
    }

    Path configuration() {
        return folder.resolve("offtake.yml");
    }

    /** Runs a command on the shop's configuration. */
    Answer run(String... arguments) {
        String[] configured = Arrays.copyOf(arguments, arguments.length + 2);
        configured[arguments.length] = "--config";
        configured[arguments.length + 1] = configuration().toString();
        return Answer.to(configured);
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
