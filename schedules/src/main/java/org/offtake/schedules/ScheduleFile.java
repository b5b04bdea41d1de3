package org.offtake.schedules;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offtake.models.Nearest;
import org.offtake.models.YamlMap;
import org.offtake.schedules.Retry.Tries;

/** Reads one {@code schedules/<name>.yml}. */
record ScheduleFile(Path file, ZoneId companyZone) {
    private static final Set<String> KEYS = Set.of(
            "about",
            "owner",
            "cron",
            "after",
            "time_zone",
            "business_date",
            "ready_by",
            "missed",
            "start_within",
            "retry",
            "steps");
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,4}) ?(min|h)");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Tries SOME = new Tries(3, Duration.ofMinutes(5), false);

    static final String ENDING = ".yml";

    Schedule read() {
        YamlMap yaml = YamlMap.read(file, KEYS);
        ZoneId zone = yaml.has("time_zone") ? zone(yaml) : companyZone;
        return new Schedule(
                file,
                name(yaml),
                yaml.text("about"),
                yaml.text("owner"),
                when(yaml, zone),
                zone,
                oneOf(yaml, "business_date", BusinessDateRule.YESTERDAY),
                yaml.optionalText("ready_by").map(text -> time(yaml, text)),
                oneOf(yaml, "missed", Missed.LAST),
                yaml.optionalText("start_within").map(text -> duration(yaml, "start_within", text)),
                yaml.map("retry").map(ScheduleFile::retry).orElse(new Retry(SOME, SOME)),
                steps(yaml));
    }

    private String name(YamlMap yaml) {
        String fileName = String.valueOf(file.getFileName());
        String name = fileName.substring(0, fileName.length() - ENDING.length());
        if (!NAME.matcher(name).matches()) {
            throw yaml.problem(
                    "about", "'" + name + "' names the schedule and must be lower case letters, digits and _");
        }
        return name;
    }

    private static When when(YamlMap yaml, ZoneId zone) {
        if (yaml.has("cron") == yaml.has("after")) {
            throw yaml.problem(
                    "cron", "say either 'cron' (minute, hour, day, month, weekday) or 'after' another schedule");
        }
        if (yaml.has("after")) {
            return new When.After(yaml.text("after"));
        }
        String expression = yaml.text("cron");
        try {
            return new When.At(new Cron(expression, zone));
        } catch (IllegalArgumentException wrong) {
            throw yaml.problem(
                    "cron",
                    "'" + expression + "' is no cron expression of five fields: "
                            + String.valueOf(wrong.getMessage()).strip());
        }
    }

    private static ZoneId zone(YamlMap yaml) {
        String zone = yaml.text("time_zone");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) { // an offset such as +02:00 is none that Airflow knows
            throw yaml.problem("time_zone", "'" + zone + "' is no time zone, such as Europe/Amsterdam");
        }
        return ZoneId.of(zone);
    }

    private static LocalTime time(YamlMap yaml, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException wrong) {
            throw yaml.problem("ready_by", "'" + text + "' is no time of the day, such as \"07:00\"");
        }
    }

    private static Duration duration(YamlMap yaml, String key, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw yaml.problem(key, "'" + text + "' is no duration, such as 15 min or 2 h");
        }
        long count = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("h") ? Duration.ofHours(count) : Duration.ofMinutes(count);
    }

    private static <E extends Enum<E>> E oneOf(YamlMap yaml, String key, E usual) {
        Optional<String> text = yaml.optionalText(key);
        E[] all = usual.getDeclaringClass().getEnumConstants();
        List<String> words =
                Arrays.stream(all).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
        if (text.isEmpty()) {
            return usual;
        }
        int place = words.indexOf(text.get());
        if (place < 0) {
            throw yaml.problem(
                    key, "'" + key + "' must be " + String.join(" or ", words) + ", not '" + text.get() + "'");
        }
        return all[place];
    }

    private static Retry retry(YamlMap yaml) {
        yaml.only(Set.of("not_ready", "away"));
        return new Retry(
                yaml.map("not_ready").map(ScheduleFile::tries).orElse(SOME),
                yaml.map("away").map(ScheduleFile::tries).orElse(SOME));
    }

    private static Tries tries(YamlMap yaml) {
        yaml.only(Set.of("times", "wait", "then"));
        int times = yaml.number("times", SOME.times());
        if (times < 0) {
            throw yaml.problem("times", "'times' must be 0 or more, not " + times);
        }
        return new Tries(
                times,
                yaml.optionalText("wait")
                        .map(text -> duration(yaml, "wait", text))
                        .orElse(SOME.pause()),
                oneOf(yaml, "then", Then.FAIL) == Then.GO_ON);
    }

    /** What becomes of the run after the last try. */
    private enum Then {
        FAIL,
        GO_ON
    }

    private static List<Step> steps(YamlMap yaml) {
        YamlMap steps = yaml.map("steps").orElseThrow(() -> yaml.problem("steps", "'steps' is missing"));
        if (steps.keys().isEmpty()) {
            throw yaml.problem("steps", "a schedule needs at least one step");
        }
        return steps.keys().stream().map(name -> step(steps, name)).toList();
    }

    private static Step step(YamlMap steps, String name) {
        if (!NAME.matcher(name).matches()) {
            throw steps.problem(name, "'" + name + "' names a step and must be lower case letters, digits and _");
        }
        List<String> words = Step.split(steps.text(name));
        if (words.size() < 2 || !words.get(0).equals(Step.LAUNCHER)) {
            throw steps.problem(
                    name, "a step is the command a person types, such as: ./offtake run --date {business_date}");
        }
        for (String word : words) {
            String rest = word.replace(Step.BUSINESS_DATE, "");
            if (rest.contains("{") || rest.contains("}")) {
                throw steps.problem(
                        name,
                        "'" + word + "' names something other than {business_date}."
                                + Nearest.hint(word, Set.of(Step.BUSINESS_DATE)));
            }
        }
        return new Step(name, words.subList(1, words.size()));
    }
}
