package org.offtake.sample.drop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A document as it stands on a day: its header and all its lines, for a document is always sent whole. */
public record Version(LocalDate day, List<Draft> drafts) {

    /** A record not yet given a day to land on. */
    public record Draft(Table table, List<Object> values) {}

    public Version {
        drafts = List.copyOf(drafts);
    }

    /** A version of a document that is one record. */
    public static Version of(LocalDate day, Table table, List<Object> values) {
        return new Version(day, List.of(new Draft(table, values)));
    }

    /** Puts the versions of one document, oldest first, on the agenda. */
    public static void sendAll(List<Version> versions, Landing landing, Agenda agenda) {
        List<LocalDate> landings = new ArrayList<>();
        versions.forEach(version -> landings.add(landing.of(version.day())));
        for (int i = 0; i < versions.size(); i++) {
            LocalDate lands = landings.get(i);
            for (Draft draft : versions.get(i).drafts()) {
                boolean again = false;
                for (int later = i + 1; later < versions.size(); later++) {
                    boolean arrives = landings.get(later).isAfter(lands)
                            && !landings.get(later).isAfter(landing.lastDay());
                    again |=
                            arrives && versions.get(later).carries(draft.table().name());
                }
                agenda.add(new Row(draft.table(), lands, again, draft.values()));
            }
        }
    }

    /** Puts a document that is sent once on the agenda of its own day. */
    public void sendOnTime(Agenda agenda) {
        drafts.forEach(it -> agenda.add(new Row(it.table(), day, false, it.values())));
    }

    private boolean carries(String table) {
        return drafts.stream().anyMatch(it -> it.table().name().equals(table));
    }
}
