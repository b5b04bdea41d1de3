package org.offtake.etl.configuration;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.offtake.models.ContractException;
import org.offtake.models.Nearest;
import org.offtake.models.SourceTable;
import org.offtake.models.YamlMap;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;
import org.offtake.serving.Telling;

/**
 * What {@code offtake.yml} says, with environment variables filled in.
 *
 * @param home the folder of the lake, the state and the embedded PostgreSQL
 * @param models the user's own models folders, read beside the shipped one
 * @param schedules the user's own schedules folders, read after the shipped one
 * @param sources where each source system's files or database are, and whose they are
 * @param telling how people are told of signals
 * @param mail who takes our mail; empty where none is to be sent
 * @param people who is told what, by the name of a salesperson as signals have it, or of an owner
 * @param airflow what runs the schedules; empty where our own scheduler does
 * @param lineage where is told what was made of what; empty where nowhere
 * @param metabase where dashboards are published to; empty where only our viewer shows them
 */
public record Configuration(
        Path file,
        Path home,
        List<Path> models,
        List<Path> schedules,
        Map<String, Source> sources,
        Company company,
        Serving serving,
        Telling telling,
        Optional<Mail> mail,
        Map<String, Person> people,
        Optional<Airflow> airflow,
        Optional<LineageTo> lineage,
        Optional<Metabase> metabase) {
    /** The source system that is Offtake itself: it need not be configured. */
    public static final String OWN = "offtake";

    private static final Set<String> KEYS = Set.of(
            "company",
            "home",
            "models",
            "schedules",
            "sources",
            "serving",
            "signals",
            "mail",
            "people",
            "airflow",
            "lineage",
            "metabase");
    private static final int COOLDOWN_DAYS = 14;
    private static final int HOLD_OUT_DAYS = 28;

    /** The company whose calendar the run follows; a source may be another company's. */
    public record Company(String code, String name, ZoneId zone, String currency) {}

    /**
     * One source system: the folder its files arrive in, the database it is read from, and whose it is.
     *
     * @param leave globs of the names of files that lie in the folder and are left there on purpose
     */
    public record Source(
            String system, Optional<Path> folder, List<String> leave, Optional<Database> database, Company company) {
        public Source {
            leave = List.copyOf(leave);
        }

        /** Whether a file of that name is left in the folder on purpose. */
        public boolean leaves(String name) {
            return leave.stream().map(SourceTable::named).anyMatch(names -> names.test(name));
        }

        /** Where its deliveries are looked for, for people. */
        public String place() {
            return system + " in "
                    + folder.map(Path::toString)
                            .or(() -> database.map(Database::toString))
                            .orElse("no place");
        }
    }

    /** The PostgreSQL that serves the marts: embedded when no address is given. */
    public record Serving(Optional<String> url, Optional<String> user, Optional<String> password, int port) {
        @Override
        public String toString() {
            return "Serving[" + url.orElse("embedded") + "]";
        }
    }

    /** Reads the file; relative folders are taken from where the file is. */
    public static Configuration read(Path file, Map<String, String> environment) {
        Path absolute = file.toAbsolutePath().normalize();
        YamlMap root = YamlMap.read(absolute, KEYS);
        Reading reading = new Reading(absolute, environment);
        Company company = reading.company(root.map("company")
                .orElseThrow(
                        () -> new ContractException(absolute, 1, "'company' is missing: code, name, zone, currency")));
        Path home = reading.folder(root, "home", root.optionalText("home").orElse("work"));
        return new Configuration(
                absolute,
                home,
                reading.folders(root, "models"),
                reading.folders(root, "schedules"),
                withOwn(reading.sources(root, company), home, company),
                company,
                reading.serving(root.map("serving")),
                root.map("signals").map(Configuration::telling).orElse(Telling.cooling(COOLDOWN_DAYS)),
                root.map("mail").map(mail -> Mail.read(mail, key -> reading.fill(mail, key, mail.text(key)))),
                root.map("people").map(Configuration::people).orElse(Map.of()),
                root.map("airflow")
                        .map(airflow -> Airflow.read(
                                airflow,
                                text -> reading.folder(airflow, "dags", text),
                                (map, key) -> reading.fill(map, key, map.text(key)))),
                root.map("lineage")
                        .map(lineage -> LineageTo.read(
                                lineage,
                                key -> reading.fill(lineage, key, lineage.text(key)),
                                text -> reading.folder(lineage, "file", text))),
                root.map("metabase").map(map -> Metabase.read(map, key -> reading.fill(map, key, map.text(key)))));
    }

    private static Map<String, Person> people(YamlMap map) {
        Map<String, Person> people = new TreeMap<>();
        map.keys().forEach(name -> people.put(name, Person.read(map.map(name).orElseThrow())));
        return Collections.unmodifiableMap(people);
    }

    private static Map<String, Source> withOwn(Map<String, Source> configured, Path home, Company company) {
        Map<String, Source> sources = new TreeMap<>(configured);
        sources.put(OWN, new Source(OWN, Optional.of(home.resolve("told")), List.of(), Optional.empty(), company));
        return Collections.unmodifiableMap(sources);
    }

    /** The same, with the database of the register as where Offtake's own tables come from. */
    public Configuration withOwnDatabase(Database register) {
        Map<String, Source> enriched = new TreeMap<>(sources);
        enriched.computeIfPresent(
                OWN, (name, own) -> new Source(name, own.folder(), own.leave(), Optional.of(register), own.company()));
        return new Configuration(
                file,
                home,
                models,
                schedules,
                Collections.unmodifiableMap(enriched),
                company,
                serving,
                telling,
                mail,
                people,
                airflow,
                lineage,
                metabase);
    }

    public Source source(String system) {
        Source source = sources.get(system);
        if (source == null) {
            throw new ContractException(
                    file, "there is no source '" + system + "'." + Nearest.hint(system, sources.keySet()));
        }
        return source;
    }

    /** Where Offtake itself puts what it tells and the lake cannot make again; a source like any other. */
    public Path told() {
        return home.resolve("told");
    }

    private static Telling telling(YamlMap signals) {
        signals.only(Set.of("cooldown_days", "hold_out"));
        try {
            return new Telling(
                    signals.number("cooldown_days", COOLDOWN_DAYS),
                    signals.map("hold_out").map(Configuration::holdOut));
        } catch (ServingException wrong) {
            throw signals.problem(signals.has("hold_out") ? "hold_out" : "cooldown_days", wrong.getMessage());
        }
    }

    private static Telling.HoldOut holdOut(YamlMap map) {
        map.only(Set.of("percent", "days"));
        return new Telling.HoldOut(map.number("percent", 0), map.number("days", HOLD_OUT_DAYS));
    }

    public Path lake() {
        return home.resolve("lake");
    }

    public Path state() {
        return home.resolve("state");
    }
}
