package org.offtake.schedules.alarm;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.offtake.outbound.mail.MailException;
import org.offtake.outbound.mail.Post;
import org.offtake.serving.Database;
import org.offtake.serving.Locks;
import org.offtake.serving.VerbLock;

/** Looks whether all goes well, and tells who is to be told: once when it does not, once when it does again. */
public final class AlarmDesk {
    private static final String VERB = "watch";
    private static final int MINUTE = 60;

    private final Database database;
    private final Alarms alarms;
    private final Watch watch;
    private final Optional<Mailing> mailing;
    private final Consumer<String> say;
    private final Clock clock;

    /** A watch that goes on until it is closed. */
    public interface Watching extends AutoCloseable {
        @Override
        void close();
    }

    /** How letters are written, and who takes them. */
    public record Mailing(Notices notices, Post post) {}

    /**
     * @param mailing empty where no mail is configured: then alarms are only said
     * @param say gets a line for each alarm, for whoever looks at the terminal
     */
    public AlarmDesk(Database database, Watch watch, Optional<Mailing> mailing, Consumer<String> say, Clock clock) {
        this.database = database;
        this.alarms = new Alarms(database);
        this.watch = watch;
        this.mailing = mailing;
        this.say = say;
        this.clock = clock;
    }

    /**
     * Looks once; when another process does so at the same time it is left to that one.
     *
     * @return how many are still to be told, because the mail server did not take their letter
     */
    public int look() {
        Optional<VerbLock> lock = Locks.tryAcquire(database, VERB);
        if (lock.isEmpty()) {
            return 0;
        }
        try (VerbLock held = lock.get()) {
            held.confirm();
            alarms.settle(watch.look(clock.instant()), clock.instant());
            return (int)
                    alarms.untold().stream().filter(alarm -> !isTold(alarm)).count();
        }
    }

    private boolean isTold(Alarm alarm) {
        say.accept((alarm.recoveredAt().isPresent() ? "WELL AGAIN " : "ALARM ") + alarm.what());
        try {
            mailing.ifPresent(mail -> mail.post().send(mail.notices().letter(alarm)));
        } catch (MailException untaken) {
            say.accept("WARNING " + untaken.getMessage());
            return false;
        }
        alarms.told(alarm, clock.instant());
        return true;
    }

    /** Looks every minute until it is closed, on a thread of its own: so that a run that hangs is told of too. */
    public Watching everyMinute() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "alarms");
            daemon.setDaemon(true);
            return daemon;
        });
        Future<?> ignored = thread.scheduleWithFixedDelay(this::lookOrSay, MINUTE, MINUTE, TimeUnit.SECONDS);
        return thread::shutdownNow;
    }

    /** What is thrown here would end the watch. */
    private void lookOrSay() {
        try {
            look();
        } catch (RuntimeException away) {
            say.accept("WARNING " + away.getMessage());
        }
    }
}
