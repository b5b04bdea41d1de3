package org.offtake.schedules.local;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved on by hand. */
public final class HandClock extends Clock {
    private final SettableClock settable = new SettableClock();

    public HandClock(String instant) {
        settable.set(Instant.parse(instant));
    }

    public SettableClock settable() {
        return settable;
    }

    @Override
    public Instant instant() {
        return settable.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
