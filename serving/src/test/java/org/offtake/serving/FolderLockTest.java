package org.offtake.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void a_second_holder_in_this_process_waits_until_the_first_is_done() {
        FolderLock first = FolderLock.tryAcquire(folder, "land").orElseThrow();
        assertThat(FolderLock.tryAcquire(folder, "land")).isEmpty();
        first.close();
        first.close();
        Optional<FolderLock> second = FolderLock.tryAcquire(folder, "land");
        assertThat(second).isPresent();
        second.orElseThrow().close();
    }

    @Test
    void verbs_and_folders_do_not_hinder_each_other() {
        FolderLock land = FolderLock.acquire(folder, "land");
        FolderLock build = FolderLock.acquire(folder, "build");
        FolderLock elsewhere = FolderLock.acquire(folder.resolve("not there yet"), "land");
        assertThat(FolderLock.tryAcquire(folder, "build")).isEmpty();
        land.close();
        build.close();
        elsewhere.close();
    }

    @Test
    void a_refusal_names_the_process_that_holds_it_and_is_worth_a_retry() throws Exception {
        OtherProcess other = OtherProcess.holding("land lock", folder);
        ServingException busy = catchThrowableOfType(ServingException.class, () -> FolderLock.acquire(folder, "land"));
        assertThat(busy.retry()).isTrue();
        assertThat(busy)
                .hasMessageContaining("'land' is already at work")
                .hasMessageContaining("process " + other.pid() + " since "
                        + FolderLock.since(folder, "land").orElseThrow());
        assertThat(FolderLock.holder(folder, "land")).hasValue(other.pid());
        assertThat(FolderLock.atWork(folder, "land").orElse("nobody")).startsWith("process " + other.pid() + " since ");
        other.end();
        assertThat(FolderLock.atWork(folder, "land")).isEmpty();
        FolderLock.acquire(folder, "land").close();
    }

    @Test
    void a_killed_holder_leaves_nothing_behind_that_hinders() throws Exception {
        OtherProcess other = OtherProcess.holding("land lock", folder);
        other.kill();
        assertThat(FolderLock.atWork(folder, "land")).isEmpty();
        FolderLock lock = FolderLock.acquire(folder, "land");
        assertThat(FolderLock.holder(folder, "land"))
                .hasValue(ProcessHandle.current().pid());
        lock.close();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_holder_that_cannot_write_its_name_lets_go() throws IOException {
        Files.createSymbolicLink(folder.resolve("land.lock"), Path.of("/dev/full"));
        for (int attempt = 1; attempt <= 2; attempt++) {
            ServingException full =
                    catchThrowableOfType(ServingException.class, () -> FolderLock.acquire(folder, "land"));
            assertThat(full).hasMessageContaining("the disk is full");
            assertThat(full.retry()).isTrue();
        }
    }

    @Test
    void asking_who_holds_it_and_failing_to_take_it_do_not_release_it() throws Exception {
        FolderLock ours = FolderLock.acquire(folder, "land");
        assertThat(FolderLock.holder(folder, "land"))
                .hasValue(ProcessHandle.current().pid());
        assertThat(FolderLock.tryAcquire(folder, "land")).isEmpty();
        assertThat(catchThrowableOfType(IllegalStateException.class, () -> OtherProcess.holding("land lock", folder)))
                .hasMessageContaining("did not get");
        ours.close();
    }

    @Test
    void waiting_for_a_turn_ends_with_who_has_it() {
        FolderLock ours = FolderLock.acquire(folder, "land");
        ServingException busy = catchThrowableOfType(
                ServingException.class, () -> FolderLock.inTurn(folder, "land", Duration.ofMillis(60), () -> "never"));
        assertThat(busy)
                .hasMessageContaining("process " + ProcessHandle.current().pid());
        ours.close();
        assertThat(FolderLock.inTurn(folder, "land", Duration.ZERO, () -> "done"))
                .isEqualTo("done");
    }
}
