package org.offtake.dashboards.metabase;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What is to be done, or was done, to one thing in Metabase.
 *
 * @param slug how the files know it
 * @param name how people see it
 * @param id its number in Metabase; empty before it is there
 * @param fields what of it is otherwise than wanted
 */
public record Change(Action action, String kind, String slug, String name, OptionalLong id, List<String> fields) {
    public Change {
        fields = List.copyOf(fields);
    }

    /** What is done. */
    public enum Action {
        CREATE,
        UPDATE,
        /** It is as it should be. */
        NOTHING,
        /** Put into Metabase's trash, from where it can be taken back. */
        ARCHIVE,
        /** Nobody asked for it to be otherwise: a person changed it. */
        CHANGED,
        /** It was there, and is no more, or lies in the trash. */
        GONE;

        /** As it is printed. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Change of(Action action, Kind kind, String slug, String name, long id, List<String> fields) {
        return new Change(action, kind.word(), slug, name, id > 0 ? OptionalLong.of(id) : OptionalLong.empty(), fields);
    }
}
