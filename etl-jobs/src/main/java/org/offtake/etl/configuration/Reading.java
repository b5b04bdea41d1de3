package org.offtake.etl.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offtake.etl.configuration.Configuration.Company;
import org.offtake.etl.configuration.Configuration.Serving;
import org.offtake.etl.configuration.Configuration.Source;
import org.offtake.models.ContractException;
import org.offtake.models.YamlMap;
import org.offtake.serving.Database;
import org.offtake.serving.ServingException;

/** Reads the parts of a configuration file, with environment variables filled in; relative folders are taken from where it is. */
record Reading(Path file, Map<String, String> environment) {
    Company company(YamlMap map) {
        map.only(Set.of("code", "name", "zone", "currency"));
        String code = map.text("code");
        return new Company(code, map.optionalText("name").orElse(code), zone(map), map.text("currency"));
    }

    private static ZoneId zone(YamlMap map) {
        try {
            return ZoneId.of(map.text("zone"));
        } catch (DateTimeException unknown) {
            throw map.problem("zone", "'" + map.text("zone") + "' is no time zone, such as Europe/Amsterdam");
        }
    }

    Map<String, Source> sources(YamlMap root, Company company) {
        Map<String, Source> sources = new TreeMap<>();
        root.map("sources").ifPresent(map -> map.keys().forEach(system -> {
            if (system.equals(Configuration.OWN)) {
                throw map.problem(
                        Configuration.OWN,
                        "'" + Configuration.OWN
                                + "' is Offtake's own source, with the folder `told` of the home: name yours otherwise");
            }
            YamlMap source =
                    map.map(system).orElseThrow().only(Set.of("folder", "leave", "url", "user", "password", "company"));
            if (!source.has("folder") && !source.has("url")) {
                throw source.problem(
                        "folder", "source '" + system + "' has neither a 'folder' of files nor a database 'url'");
            }
            sources.put(
                    system,
                    new Source(
                            system,
                            source.optionalText("folder").map(text -> folder(source, "folder", text)),
                            source.texts("leave"),
                            source.optionalText("url").map(text -> database(source, text)),
                            source.map("company").map(this::company).orElse(company)));
        }));
        if (sources.isEmpty()) {
            throw new ContractException(file, "'sources' is missing: which systems send files, and to which folder?");
        }
        return Collections.unmodifiableMap(sources);
    }

    /** A wrong url is never repeated: it may carry a password. */
    private Database database(YamlMap source, String url) {
        try {
            return new Database(
                    fill(source, "url", url),
                    fill(source, "user", source.text("user")),
                    fill(source, "password", source.optionalText("password").orElse("")));
        } catch (ServingException wrong) {
            throw source.problem("url", wrong.getMessage());
        }
    }

    Serving serving(Optional<YamlMap> map) {
        if (map.isEmpty()) {
            return new Serving(Optional.empty(), Optional.empty(), Optional.empty(), 0);
        }
        YamlMap serving = map.get().only(Set.of("url", "user", "password", "port"));
        return new Serving(
                serving.optionalText("url").map(text -> fill(serving, "url", text)),
                serving.optionalText("user").map(text -> fill(serving, "user", text)),
                serving.optionalText("password").map(text -> fill(serving, "password", text)),
                serving.number("port", 0));
    }

    List<Path> folders(YamlMap map, String key) {
        return map.texts(key).stream().map(text -> existing(map, key, text)).toList();
    }

    private Path existing(YamlMap map, String key, String text) {
        Path folder = folder(map, key, text);
        if (!Files.isDirectory(folder)) {
            throw map.problem(key, "'" + key + "' names " + folder + ", and there is no such folder");
        }
        return folder;
    }

    Path folder(YamlMap map, String key, String text) {
        Path parent = Objects.requireNonNull(file.getParent());
        return parent.resolve(fill(map, key, text)).normalize();
    }

    String fill(YamlMap map, String key, String text) {
        Matcher matcher = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}").matcher(text);
        return matcher.replaceAll(match -> {
            String name = match.group(1);
            String value = environment.get(name);
            if (value == null || value.isBlank()) {
                throw map.problem(key, "the environment variable " + name + " is not set; '" + key + "' needs it");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
