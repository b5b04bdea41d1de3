package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LocksTest {
    @RegisterExtension
    static final FreshDatabase POSTGRES = new FreshDatabase();

    private final Database database = POSTGRES.owner();

    @Test
    void one_verb_has_one_holder_and_other_verbs_are_free() {
        VerbLock publish = Locks.acquire(database, "publish");
        assertThat(Locks.tryAcquire(database, "publish")).isEmpty();
        Locks.acquire(database, "serve").close();
        publish.close();
        Locks.acquire(database, "publish").close();
        assertThat(Locks.holder(database, "publish")).isEmpty();
    }

    @Test
    void a_refusal_names_the_process_that_holds_it_and_is_worth_a_retry() {
        VerbLock held = Locks.acquire(database, "build");
        ServingException busy = catchThrowableOfType(ServingException.class, () -> Locks.acquire(database, "build"));
        assertThat(busy.retry()).isTrue();
        assertThat(busy)
                .hasMessageContaining(
                        "offtake build, process " + ProcessHandle.current().pid() + " holds the lock")
                .hasMessageNotContaining(database.password());
        held.close();
    }

    @Test
    void a_lock_whose_session_ended_knows_that_it_is_lost() {
        VerbLock lock = Locks.acquire(database, "check");
        lock.confirm();
        FreshDatabase.run(
                database,
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'offtake check,%'");
        ServingException lost = catchThrowableOfType(ServingException.class, lock::confirm);
        assertThat(lost.retry()).isTrue();
        lock.close();
    }
}
