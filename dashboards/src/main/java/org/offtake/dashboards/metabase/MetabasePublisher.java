package org.offtake.dashboards.metabase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.offtake.dashboards.Dashboard;
import org.offtake.dashboards.Language;
import org.offtake.dashboards.metabase.wanted.Scope;
import org.offtake.dashboards.metabase.wanted.Wanted;
import org.offtake.dashboards.metabase.wanted.Wish;
import org.offtake.outbound.http.Api;
import org.offtake.serving.Database;
import org.offtake.serving.Locks;
import org.offtake.serving.Roles;
import org.offtake.serving.VerbLock;

/**
 * Brings our dashboards to one Metabase, and keeps them there as the files say.
 *
 * @param database has the accounts that Metabase reads by, and remembers what was published
 * @param note gets what people should know besides the changes
 */
public record MetabasePublisher(
        MetabaseSettings settings, Database database, List<Dashboard> dashboards, Scope scope, Consumer<String> note) {
    private static final String VERB = "metabase";

    /** What publishing and pruning would do; nothing is written. */
    public List<Change> plan() {
        Wanted wanted = Wish.of(dashboards, scope);
        Entry entry = Entry.to(settings);
        wanted.notes().forEach(note);
        if (entry.isFresh()) {
            List<Change> changes = new ArrayList<>(List.of(setUp()));
            changes.addAll(settle(Server.fresh(), Pen.dry(), wanted, entry.quiet(), false));
            return changes;
        }
        Server server = Server.of(entry.as(entry.administrator()));
        return Stream.concat(
                        settle(server, Pen.dry(), wanted, entry.quiet(), false).stream(),
                        new Leftovers(server, memory(), wanted, note).archived().stream())
                .toList();
    }

    /**
     * Brings Metabase to what the files say; twice is once.
     *
     * @param newPasswords whether the connections get new passwords
     * @return what was done
     */
    public List<Change> publish(boolean newPasswords) {
        try (VerbLock lock = Locks.acquire(database, VERB)) {
            return publishAlone(newPasswords, lock);
        }
    }

    private List<Change> publishAlone(boolean newPasswords, VerbLock lock) {
        Wanted wanted = Wish.of(dashboards, scope);
        Entry entry = Entry.to(settings);
        List<Change> changes = new ArrayList<>();
        boolean fresh = entry.isFresh();
        if (fresh) {
            entry.setUp(scope.languages().stream().findFirst().orElse(Language.EN));
            changes.add(setUp());
        }
        Discreet administrator = fresh ? entry.byPassword() : entry.administrator();
        Api api = entry.as(administrator);
        Server server = Server.of(api);
        changes.addAll(settle(server, Pen.writing(api), wanted, administrator, newPasswords));
        lock.confirm();
        boolean changed = changes.stream().anyMatch(change -> change.action() != Change.Action.NOTHING);
        if (changed) {
            refuseOtherwise(settle(server, Pen.dry(), wanted, administrator, false));
        }
        return changes;
    }

    /**
     * What was published and is not wanted any longer.
     *
     * @param archive whether it is put into Metabase's trash, or only told
     */
    public List<Change> prune(boolean archive) {
        Wanted wanted = Wish.of(dashboards, scope);
        Api api = entered();
        Leftovers leftovers = new Leftovers(Server.of(api), memory(), wanted, note);
        if (!archive) {
            return leftovers.archived();
        }
        try (VerbLock lock = Locks.acquire(database, VERB)) {
            List<Change> archived = leftovers.archive(Pen.writing(api));
            lock.confirm();
            return archived;
        }
    }

    /** What people changed by hand of what was published, and of who may see it. */
    public List<Change> drift() {
        if (memory().things().isEmpty()) {
            return List.of();
        }
        Server server = Server.of(entered());
        Stream<Change> permissions =
                settle(
                                server,
                                Pen.dry(),
                                Wish.of(dashboards, scope),
                                Entry.to(settings).quiet(),
                                false)
                        .stream()
                        .filter(change -> change.action() == Change.Action.UPDATE)
                        .filter(change -> change.kind().equals(Kind.PERMISSIONS.word()))
                        .map(change -> new Change(
                                Change.Action.CHANGED,
                                change.kind(),
                                change.slug(),
                                change.name(),
                                change.id(),
                                change.fields()));
        return Stream.concat(new Drift(server, memory()).changes().stream(), permissions)
                .toList();
    }

    private Api entered() {
        Entry entry = Entry.to(settings);
        if (entry.isFresh()) {
            throw new MetabaseException("The Metabase at " + settings.url()
                    + " is fresh, and nothing is published to it; see `offtake metabase plan`");
        }
        return entry.as(entry.administrator());
    }

    /** Who may see a thing is settled before there is anything to see. */
    private List<Change> settle(Server server, Pen pen, Wanted wanted, Discreet quiet, boolean newPasswords) {
        Work work = new Work(server, pen, memory(), wanted);
        Marks marks = new Marks(work);
        new Groups(work).settle();
        new Connections(
                        work,
                        settings.reach(),
                        (account, password) -> Roles.letIn(database, account, password),
                        quiet,
                        newPasswords)
                .settle();
        new CollectionTree(work, marks).settle();
        new Permissions(work).settle();
        new Cards(work).settle();
        new Dashboards(work, marks, pen.writes() ? note : line -> {}).settle();
        return work.changes();
    }

    /** A version that gives back otherwise than it was sent would be written to for ever. */
    private void refuseOtherwise(List<Change> second) {
        List<Change> again = second.stream()
                .filter(change -> change.action() != Change.Action.NOTHING)
                .toList();
        if (!again.isEmpty()) {
            Change first = again.get(0);
            throw new MetabaseException(
                    "The Metabase at " + settings.url() + " gives " + again.size()
                            + (again.size() == 1 ? " thing" : " things") + " back otherwise than sent, first "
                            + first.kind() + " "
                            + first.slug() + " in " + first.fields()
                            + "; all is published, and the next publication would do it again: report the version and this line");
        }
    }

    private Change setUp() {
        return Change.of(Change.Action.CREATE, Kind.SETUP, "administrator", settings.siteName(), 0, List.of());
    }

    private Memory memory() {
        return new Memory(database, settings.url().toString().replaceAll("/+$", ""));
    }
}
