package org.offtake.datatests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is stopped just before any of its effects, and from then on has none, is finished by the next one with the
 * same result.
 *
 * <p>One warehouse is stopped before everything that makes something count, each run going on where the one before was
 * stopped. Other effects are tried one by one on a fresh copy: those that {@link Points} names.
 */
class StoppedRunTest {
    private static final int TOLD = 50;

    @TempDir
    private static Path folder;

    private static Trials trials;

    @BeforeAll
    static void begin() throws SQLException {
        trials = new Trials(folder);
    }

    @AfterAll
    static void end() throws SQLException {
        trials.close();
    }

    @Test
    void a_first_load_and_a_second_day_that_are_stopped_anywhere_are_finished_with_the_same_result()
            throws IOException {
        TinyHouse empty = trials.fresh();
        Deliveries.firstDay(empty);
        TinyHouse yesterday = stopEverywhere("first load", empty);
        Deliveries.secondDay(yesterday);
        stopEverywhere("second day", yesterday);
    }

    /** Gives the warehouse after the undisturbed run. */
    private static TinyHouse stopEverywhere(String what, TinyHouse before) {
        TinyHouse undisturbed = trials.copy(before);
        Effects effects = trials.watched(undisturbed);
        Prints expected = Prints.of(undisturbed);
        assertThat(Trials.writtenUnseen(before, undisturbed, effects)).isEmpty();
        assertThat(undisturbed.unbalanced()).isEmpty();

        List<Effect> all = effects.happened().stream()
                .filter(effect -> !effect.what().startsWith("more "))
                .toList();
        long counting = all.stream().filter(Effect::commits).count();
        int inTurn = stopInTurn(before, expected);
        List<Effect> single = Points.asked().of(all);
        stopAtEach(what, single, before, expected);
        System.out.println(
                what + ": " + all.size() + " effects, " + counting + " of which make something count; stopped " + inTurn
                        + " times in turn before such a one, and at " + single.size() + " effects on a copy each");
        assertThat(inTurn).isGreaterThanOrEqualTo((int) counting / 2);
        return undisturbed;
    }

    /** Stops one warehouse at each thing that counts, once, and gives how often. */
    private static int stopInTurn(TinyHouse before, Prints expected) {
        TinyHouse house = trials.copy(before);
        Set<Effect> stoppedAt = new HashSet<>();
        while (true) {
            Effects effects =
                    new Effects(house.folder(), Fault.kill(effect -> effect.commits() && stoppedAt.add(effect)));
            if (trials.run(house, effects).isEmpty() && !effects.begun()) {
                break;
            }
        }
        assertThat(Prints.of(house).differenceTo(expected))
                .as("after stops at %s", stoppedAt)
                .isEmpty();
        trials.discard(house);
        return stoppedAt.size();
    }

    /** All of them, whatever one shows. */
    private static void stopAtEach(String what, List<Effect> points, TinyHouse before, Prints expected) {
        SoftAssertions each = new SoftAssertions();
        for (int tried = 1; tried <= points.size(); tried++) {
            Effect point = points.get(tried - 1);
            each.check(() -> stopAt(point, before, expected));
            if (tried % TOLD == 0) {
                System.out.println(what + ": stopped at " + tried + " of " + points.size() + " effects, "
                        + each.errorsCollected().size() + " of which ended otherwise");
            }
        }
        each.assertAll();
    }

    private static void stopAt(Effect point, TinyHouse before, Prints expected) {
        TinyHouse house = trials.copy(before);
        Effects effects = new Effects(house.folder(), Fault.kill(point::equals));
        Optional<Throwable> ended = trials.run(house, effects);
        assertThat(effects.begun())
                .as("the run gets to %s, and ended by %s", point, ended)
                .isTrue();
        assertThatCode(house::run).as("after a stop before %s", point).doesNotThrowAnyException();
        assertThat(Prints.of(house).differenceTo(expected))
                .as("stopped before %s", point)
                .isEmpty();
        trials.discard(house);
    }
}
