package org.offtake.datatests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command in a process of its own, ended by kill -9 again and again on its way; each process goes on where the one
 * before was killed.
 */
class KilledProcessTest {
    private static final int KILLS = 20;
    private static final int KILLS_A_LOAD = 12;
    private static final long SEED = 20240301;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    @Test
    void processes_that_are_killed_at_twenty_moments_lose_nothing_and_publish_the_same()
            throws IOException, InterruptedException, SQLException {
        try (Trials trials = new Trials(folder)) {
            TinyHouse before = trials.fresh();
            Deliveries.firstDay(before);
            TinyHouse undisturbed = trials.copy(before);
            PackedClasses classes = PackedClasses.in(folder);
            OwnProcess.run(undisturbed, classes.java()).finish();
            Prints firstDay = Prints.of(undisturbed);
            Deliveries.secondDay(undisturbed);
            undisturbed.run();
            Prints secondDay = Prints.of(undisturbed);

            int kills = 0;
            int houses = 0;
            while (kills < KILLS) {
                TinyHouse house = trials.copy(before);
                houses++;
                kills += killAndFinish(house, classes, Math.min(KILLS_A_LOAD, KILLS - kills));
                assertThat(Prints.of(house).differenceTo(firstDay)).isEmpty();
                house.deliverAsTo(undisturbed);
                kills += killAndFinish(house, classes, Math.min(KILLS_A_LOAD, KILLS - kills));
                assertThat(Prints.of(house).differenceTo(secondDay)).isEmpty();
                assertThat(house.unbalanced()).isEmpty();
            }
            System.out.println("killed " + kills + " times with kill -9, at moments drawn with seed " + SEED + ", in "
                    + houses + " warehouse(s) of two days each");
        }
    }

    /** Gives how often a process was killed before one, or a run of this process, came to its end. */
    private int killAndFinish(TinyHouse house, PackedClasses classes, int most)
            throws IOException, InterruptedException {
        for (int kills = 0; kills < most; kills++) {
            try (OwnProcess process = OwnProcess.run(house, classes.java())) {
                if (!process.killAfter(1 + random.nextInt(20), 100 + random.nextInt(900))) {
                    return kills;
                }
            }
        }
        house.run();
        return most;
    }
}
