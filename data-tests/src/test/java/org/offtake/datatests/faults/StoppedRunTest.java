package org.offtake.datatests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
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
    private static final int TOLD = 10;

    /** How often an effect is waited for that did not come, and one in how many may stay away. */
    private static final int ATTEMPTS = 3;

    private static final int MISSED = 10;

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
        int missed = stopAtEach(what, single, before, expected);
        System.out.println(what + ": " + all.size() + " effects, " + counting
                + " of which make something count; stopped " + inTurn + " times in turn before such a one, and at "
                + (single.size() - missed) + " effects on a copy each; " + missed + " more did not come again");
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

    /** All of them, whatever one shows; gives how many did not come again. */
    private static int stopAtEach(String what, List<Effect> points, TinyHouse before, Prints expected) {
        SoftAssertions each = new SoftAssertions();
        each.setAfterAssertionErrorCollected(different -> System.out.println(different.getMessage()));
        List<Effect> missed = new ArrayList<>();
        for (int tried = 1; tried <= points.size(); tried++) {
            Effect point = points.get(tried - 1);
            each.check(() -> {
                if (!stopAt(point, before, expected)) {
                    missed.add(point);
                }
            });
            if (tried % TOLD == 0) {
                System.out.println(what + ": tried " + tried + " of " + points.size() + " effects; " + missed.size()
                        + " did not come again, " + each.errorsCollected().size() + " ended otherwise");
            }
        }
        each.assertThat(missed)
                .as("effects that no other run gets to")
                .hasSizeLessThanOrEqualTo(points.size() / MISSED);
        each.assertAll();
        return missed.size();
    }

    /** Whether the run got there: steps run side by side, so which of them makes a folder that several need may differ. */
    private static boolean stopAt(Effect point, TinyHouse before, Prints expected) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            TinyHouse house = trials.copy(before);
            Effects effects = new Effects(house.folder(), Fault.kill(point::equals));
            Optional<Throwable> ended = trials.run(house, effects);
            if (effects.begun()) {
                assertThatCode(house::run)
                        .as("after a stop before %s, which ended by %s", point, ended)
                        .doesNotThrowAnyException();
            }
            assertThat(Prints.of(house).differenceTo(expected))
                    .as("stopped before %s", point)
                    .isEmpty();
            trials.discard(house);
            if (effects.begun()) {
                return true;
            }
        }
        return false;
    }
}
