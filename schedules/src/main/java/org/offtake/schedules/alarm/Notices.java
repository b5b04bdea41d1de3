package org.offtake.schedules.alarm;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.offtake.outbound.mail.Letter;
import org.offtake.schedules.WallClock;

/**
 * Alarms as letters.
 *
 * @param addresses by the owner that is told
 * @param otherwise the address of owners that have none
 * @param zone whose wall clock the letters speak of
 */
public record Notices(Map<String, String> addresses, String otherwise, ZoneId zone) {
    Letter letter(Alarm alarm) {
        String to = addresses.getOrDefault(alarm.owner(), otherwise);
        String since = local(alarm.raisedAt());
        if (alarm.recoveredAt().isPresent()) {
            return new Letter(
                    alarm.letterId(),
                    to,
                    "[Offtake] well again: " + alarm.what(),
                    "Since " + local(alarm.recoveredAt().get()) + " this is well again:\n\n" + alarm.what()
                            + "\n\nIt was told at " + since + ". Nothing is left to do.\n");
        }
        return new Letter(
                alarm.letterId(),
                to,
                "[Offtake] " + alarm.what(),
                alarm.what() + "\n\nReason: " + alarm.reason() + "\n\nNext step: " + alarm.nextStep() + "\n\nSeen at "
                        + since + ". This is told once; you hear again when it is well.\n");
    }

    private String local(Instant instant) {
        return WallClock.minuteAndZone(instant, zone);
    }
}
