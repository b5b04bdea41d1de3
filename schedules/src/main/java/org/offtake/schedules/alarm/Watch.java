package org.offtake.schedules.alarm;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offtake.outbound.http.ApiException;
import org.offtake.schedules.Engine;
import org.offtake.schedules.Schedule;
import org.offtake.schedules.Schedules;
import org.offtake.schedules.WallClock;
import org.offtake.schedules.When;
import org.offtake.serving.Database;
import org.offtake.serving.Failure;
import org.offtake.serving.Runs;
import org.offtake.serving.ServingException;

/**
 * Looks for what does not go as it should: schedules that do not stand well, figures that are not published any more, and sources
 * that are late, or brought an odd volume.
 */
public final class Watch {
    private final Database database;
    private final Schedules schedules;
    private final Engine engine;
    private final ZoneId zone;

    /**
     * @param engine what runs the schedules
     * @param zone of the company, whose days sources are due on
     */
    public Watch(Database database, Schedules schedules, Engine engine, ZoneId zone) {
        this.database = database;
        this.schedules = schedules;
        this.engine = engine;
        this.zone = zone;
    }

    /**
     * What was seen.
     *
     * @param troubles what there is now
     * @param lasting keys of what is not raised now, and is not over either if it was
     */
    record Seen(List<Trouble> troubles, Set<String> lasting) {
        Set<String> keys() {
            return Stream.concat(troubles.stream().map(Trouble::key), lasting.stream())
                    .collect(Collectors.toSet());
        }
    }

    Seen look(Instant now) {
        List<Trouble> troubles = new ArrayList<>();
        Set<String> lasting = new HashSet<>();
        for (Schedule schedule : schedules.byName().values()) {
            try {
                troubles.addAll(new Standing(schedule, root(schedule), engine).troubles(now));
            } catch (ApiException away) { // of the other schedules it would not answer either
                troubles.add(unseen(away));
                schedules.byName().keySet().forEach(name -> lasting.addAll(Standing.keys(name)));
                break;
            }
        }
        try (Connection connection = database.connect()) {
            Runs.failure(connection).map(Watch::trouble).ifPresent(unpublished -> {
                if (troubles.isEmpty()) {
                    troubles.add(unpublished);
                } else { // it is told by what it comes from
                    lasting.add(unpublished.key());
                }
            });
            troubles.addAll(SourceWatch.look(connection, LocalDate.ofInstant(now, zone)));
        } catch (SQLException failure) {
            throw ServingException.of("Cannot see how the runs stand in " + database, failure);
        }
        return new Seen(List.copyOf(troubles), Set.copyOf(lasting));
    }

    private Trouble unseen(ApiException away) {
        return new Trouble(
                "unseen",
                "data",
                "it cannot be seen how the schedules stand",
                away.getMessage(),
                engine.mustRun() + "; see `./offtake schedule status`");
    }

    private static Trouble trouble(Failure failure) {
        return new Trouble(
                "unpublished",
                "data",
                "nothing was published since " + WallClock.minute(failure.since(), ZoneOffset.UTC) + " UTC; "
                        + failure.runs() + (failure.runs() == 1 ? " run has" : " runs have") + " failed",
                failure.last().message().orElse("it did not say why"),
                "mend it, then `./offtake run`; readers keep the figures of the last published run");
    }

    /** The schedule that begins it, be it by way of others. */
    private Schedule root(Schedule schedule) {
        Schedule root = schedule;
        while (root.when() instanceof When.After after) {
            root = schedules.get(after.schedule());
        }
        return root;
    }
}
