package org.offtake.serving;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.offtake.models.SignalShape;

/**
 * The statements of {@link SignalRegister}, to be run in this order.
 *
 * <p>Days are counted half open: an episode that is closed on a day does not cover it, so that one which begins on that
 * day is another one. An open signal covers the days from its since_date to the last day that was told for; a closed one
 * those to the day on which it was closed; a withdrawn one those to its alarm, for of what came later it said nothing.
 */
record SignalSql(long runId, LocalDate businessDate) {
    private static final List<String> KEY =
            Stream.concat(Stream.of("model"), SignalShape.SUBJECT.stream()).toList();
    private static final String SUBJECT = String.join(", ", KEY);
    private static final String TOLD = "model, " + String.join(", ", SignalShape.told());
    private static final String ENDING = String.join(", ", SignalShape.ENDING);

    /** All episodes whose alarm was reached, with the day after the last one they cover. */
    String episodes(List<MartTable> tables) {
        String all = tables.stream()
                .map(table -> " union all select '" + table.name() + "', "
                        + String.join(", ", SignalShape.told()) + ", " + ENDING + " from " + table.sql()
                        + " where alarm_date <= " + date())
                .collect(Collectors.joining());
        return """
                create temporary table signal_episode on commit drop as
                select
                    row_number() over () as episode,
                    episode.*,
                    coalesce(closed_date > %2$s, true) as stands,
                    greatest(least(closed_date, %2$s + 1), since_date + 1) as until_date
                from (
                    select %3$s, null::date as closed_date, null::text as closed_reason from app.signal where false%1$s
                ) as episode
                """.formatted(all, date(), TOLD);
    }

    /** Each episode beside each signal that covers a day of it; the more days they share, the more they are the same. */
    String covered() {
        return """
                create temporary table signal_cover on commit drop as
                select
                    signal.signal_number,
                    signal.signal_id,
                    signal.is_open,
                    episode.episode,
                    episode.stands,
                    least(signal.until_date, episode.until_date) - greatest(signal.since_date, episode.since_date) as days
                from (
                    select
                        signal.*,
                        standing.status = 'OPEN' as is_open,
                        greatest(
                            signal.since_date + 1,
                            case standing.status
                                when 'OPEN' then (select max(business_date) + 1 from app.signal_day)
                                when 'CLOSED' then standing.event_date
                                else signal.alarm_date
                            end) as until_date
                    from app.signal as signal
                    join app.signal_standing as standing using (signal_id)
                ) as signal
                join pg_temp.signal_episode as episode using (%s)
                where signal.since_date < episode.until_date and episode.since_date < signal.until_date
                """.formatted(SUBJECT);
    }

    /**
     * An open signal is closed when no episode of it stands and one that is closed belongs to it more than to any other
     * signal.
     */
    String close() {
        return event("""
                select distinct on (cover.signal_id)
                    cover.signal_id, 'CLOSED', episode.closed_date, %s, episode.closed_reason
                from (
                    select distinct on (episode) episode, signal_id, is_open
                    from pg_temp.signal_cover
                    order by episode, days desc, is_open desc, signal_number desc
                ) as cover
                join pg_temp.signal_episode as episode on episode.episode = cover.episode and not episode.stands
                where cover.is_open
                  and not exists (
                    select from pg_temp.signal_cover as other where other.signal_id = cover.signal_id and other.stands)
                order by cover.signal_id, episode.closed_date desc, episode.closed_reason
                """.formatted(runId));
    }

    /** An open signal is withdrawn when it is not closed and no episode of it stands. */
    String withdraw() {
        return event("""
                select
                    signal.signal_id,
                    'WITHDRAWN',
                    %s,
                    %s,
                    case when signal.model = any (?) then 'late data or a changed rule took it away'
                         else 'its model is no longer published' end
                from app.signal as signal
                join app.signal_standing as standing on standing.signal_id = signal.signal_id and standing.status = 'OPEN'
                where not exists (
                    select from pg_temp.signal_cover as cover where cover.signal_id = signal.signal_id and cover.stands)
                order by signal.signal_number
                """.formatted(date(), runId));
    }

    /**
     * Where nothing is open of a subject, a signal that had ended is open again when the episode that it shares most days
     * with stands.
     */
    String reopen() {
        return event("""
                select signal_id, 'REOPENED', %1$s, %2$s, 'late data shows that it had not ended'
                from (
                    select distinct on (%3$s) signal.signal_id
                    from (
                        select distinct on (signal_id) *
                        from pg_temp.signal_cover
                        order by signal_id, days desc, stands desc, episode
                    ) as cover
                    join app.signal as signal on signal.signal_id = cover.signal_id
                    where cover.stands and not cover.is_open and %4$s
                    order by %3$s, cover.days desc, signal.signal_number desc
                ) as ended
                order by signal_id
                """.formatted(date(), runId, SUBJECT, nothingIsOpenOf("signal")));
    }

    /**
     * Where nothing is open of a subject, an episode that stands is told, the one of the earliest day when several do. Which
     * of them chance holds out is in {@link HoldOutSql}.
     */
    String raise(Telling telling) {
        HoldOutSql holdOut = new HoldOutSql(telling.holdOut(), businessDate);
        return """
                with candidate as (
                    select
                        episode.*,
                        app.signal_muted_until(rule_code, source_system, company_code, party_id, subject, %1$s) is not null
                            as is_muted,
                        exists (
                            select
                            from app.signal as ended
                            join app.signal_standing as standing using (signal_id)
                            where %6$s and standing.status <> 'OPEN' and %1$s - standing.event_date < %5$s
                              and standing.reason is distinct from 'REPLACED'
                        ) as is_cooling
                    from (
                        select distinct on (%3$s) episode.*
                        from pg_temp.signal_episode as episode
                        where episode.stands and %7$s
                        order by %3$s, since_date, alarm_date, text_en
                    ) as episode
                ), due as (
                    select * from candidate where not is_muted and not is_cooling
                ), %8$s, told as (
                    insert into app.signal (%4$s, raised_date, raised_run_id, hold_out_stratum, held_out_until_date)
                    select %4$s, %1$s, %2$s, hold_out_stratum, held_out_until_date from chosen order by %3$s
                    returning signal_id, signal_number
                ), raised as (
                    insert into app.signal_event (signal_id, event, event_date, run_id)
                    select signal_id, 'RAISED', %1$s, %2$s from told order by signal_number
                    returning 1
                )
                select
                    (select count(*) from raised) as raised,
                    count(*) filter (where is_muted) as muted,
                    count(*) filter (where is_cooling and not is_muted) as cooling
                from candidate
                """.formatted(
                        date(),
                        runId,
                        SUBJECT,
                        TOLD,
                        telling.cooldownDays(),
                        same("ended", "episode"),
                        nothingIsOpenOf("episode"),
                        holdOut.chosenFromDue());
    }

    String day() {
        return "insert into app.signal_day (business_date, run_id) values (" + date() + ", " + runId
                + ") on conflict (business_date) do nothing";
    }

    private static String event(String rows) {
        return "insert into app.signal_event (signal_id, event, event_date, run_id, reason)\n" + rows;
    }

    private static String nothingIsOpenOf(String table) {
        return """
                not exists (
                    select
                    from app.signal as running
                    join app.signal_standing as standing using (signal_id)
                    where %s and standing.status = 'OPEN')""".formatted(same("running", table));
    }

    private static String same(String one, String other) {
        return "(" + columns(one) + ") = (" + columns(other) + ")";
    }

    private static String columns(String table) {
        return KEY.stream().map(name -> table + "." + name).collect(Collectors.joining(", "));
    }

    private String date() {
        return "date '" + businessDate + "'";
    }
}
