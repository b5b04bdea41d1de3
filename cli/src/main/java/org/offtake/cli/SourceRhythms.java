package org.offtake.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.etl.land.Deliveries;
import org.offtake.etl.land.Rhythm;
import org.offtake.serving.SourceRhythm;

/** Notes in the database when each source table is due next, for those who watch without Spark. */
final class SourceRhythms {
    private SourceRhythms() {}

    /** Does nothing where nothing came since it was noted, or there is no database yet. */
    static void note(Warehouse warehouse) {
        ZoneId zone = warehouse.configuration().company().zone();
        LocalDate today = LocalDate.now(zone);
        OptionalLong version = Lake.version(warehouse.configuration().lake(), Deliveries.TABLE);
        if (version.isEmpty() || !warehouse.hasPublished()) {
            return;
        }
        Sidecar noted = Sidecar.of(warehouse.configuration().state(), "rhythm_noted");
        Map<String, String> now = Map.of("deliveries", String.valueOf(version.getAsLong()));
        if (noted.read().equals(now)) {
            return;
        }
        Deliveries.Registered registered = new Deliveries(warehouse.lake()).newest();
        List<SourceRhythm> rhythms = warehouse.library().sources().stream()
                .flatMap(source -> Rhythm.of(registered.of(source), zone, today)
                        .map(rhythm -> new SourceRhythm(
                                source.system(),
                                source.name(),
                                rhythm.last(),
                                rhythm.due(),
                                rhythm.records(),
                                rhythm.least(),
                                rhythm.most()))
                        .stream())
                .toList();
        SourceRhythm.write(warehouse.migratedDatabase(), rhythms);
        noted.write(now);
    }
}
