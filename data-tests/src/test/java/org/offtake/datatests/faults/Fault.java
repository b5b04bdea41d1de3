package org.offtake.datatests.faults;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Set;
import java.util.function.Predicate;

/** What goes wrong when a chosen effect is about to happen. */
interface Fault {
    /** What a full disk says, in the words of Linux. */
    String NO_SPACE = "No space left on device";

    /** The kinds of effect for which a disk needs room. */
    Set<String> GROWS = Set.of("folder", "create", "write", "more");

    /** Whether this effect is where it begins. */
    boolean beginsAt(Effect effect);

    /** Meets this and every later effect; returning lets the effect happen. */
    void meet(Effect effect) throws IOException;

    /** Everything happens. */
    static Fault none() {
        return new Fault() {
            @Override
            public boolean beginsAt(Effect effect) {
                return false;
            }

            @Override
            public void meet(Effect effect) {}
        };
    }

    /** The process ends just before the effect. */
    static Fault kill(Predicate<Effect> where) {
        return new Fault() {
            private boolean ended;

            @Override
            public boolean beginsAt(Effect effect) {
                return where.test(effect);
            }

            @Override
            public void meet(Effect effect) {
                boolean here = !ended;
                ended = true;
                throw new Stopped(effect, here);
            }
        };
    }

    /** Something happens beside the run just before the effect, and the run goes on. */
    static Fault beside(Predicate<Effect> where, Runnable happening) {
        return new Fault() {
            @Override
            public boolean beginsAt(Effect effect) {
                boolean here = where.test(effect);
                if (here) {
                    happening.run();
                }
                return here;
            }

            @Override
            public void meet(Effect effect) {}
        };
    }

    /** From the effect on no file can be made or grow; databases and removals still work. */
    static Fault fullDisk(Predicate<Effect> where) {
        return new Fault() {
            @Override
            public boolean beginsAt(Effect effect) {
                return where.test(effect);
            }

            @Override
            public void meet(Effect effect) throws IOException {
                String[] words = effect.what().split(" ", 2);
                if (GROWS.contains(words[0])) {
                    throw new FileSystemException(words[1], null, NO_SPACE);
                }
            }
        };
    }
}
