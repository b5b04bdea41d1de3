package org.offtake.datatests.wronghouse.etl.publish;

import java.time.Clock;
import java.util.List;
import org.offtake.datatests.wronghouse.etl.land.LandingThatPublishes;

/** Goes back to where the rows came from, and takes the time of the machine. */
public record PublishingThatLands(List<LandingThatPublishes> landings) {
    Clock clock() {
        return Clock.systemUTC();
    }
}
