package org.offtake.etl.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.offtake.etl.NotReadyException;
import org.offtake.etl.build.BuildOrder;
import org.offtake.etl.build.Building;
import org.offtake.etl.build.Seeding;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.conform.Conforming;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.land.Deliveries;
import org.offtake.etl.land.Landed;
import org.offtake.etl.land.Landing;
import org.offtake.etl.land.Untaken;
import org.offtake.etl.sidebyside.Once;
import org.offtake.etl.sidebyside.SideBySide;
import org.offtake.models.ContractException;
import org.offtake.models.Layer;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.Nearest;
import org.offtake.models.SourceTable;
import org.offtake.serving.Database;

/**
 * The steps of a run on the lake; each opens the lake only when it has something to do.
 *
 * @param register where what was told and typed is kept; empty while nothing was published
 * @param asked the day the run is about; it selects no deliveries and hides no rows
 */
public record Pipeline(
        Configuration configuration,
        Library library,
        Supplier<Lake> lake,
        Supplier<Optional<Database>> register,
        LocalDate asked,
        Clock clock,
        Progress progress) {

    /** The day that tables of the present are about: a day before the published one takes none of them back. */
    public LocalDate businessDate() {
        return Published.of(configuration)
                .businessDate()
                .filter(published -> published.isAfter(asked))
                .orElse(asked);
    }

    /** Whether the day lies before the published one: then only what is told by day is told again. */
    boolean isBackfill() {
        return asked.isBefore(businessDate());
    }

    /** The source tables of the configured systems. */
    public List<SourceTable> sources() {
        return configuration.sources().keySet().stream()
                .flatMap(system -> tablesOf(system).stream())
                .toList();
    }

    private List<SourceTable> tablesOf(String system) {
        List<SourceTable> tables = library.sourcesOf(system);
        if (tables.isEmpty() && !system.equals(Configuration.OWN)) {
            List<String> known = library.sources().stream()
                    .map(SourceTable::system)
                    .distinct()
                    .toList();
            throw new ContractException(
                    configuration.file(),
                    "source '" + system
                            + "' has no tables in any models folder: `offtake source try FILE` prints the contract"
                            + " that sources/" + system + "/ begins with." + Nearest.hint(system, known));
        }
        return tables;
    }

    /**
     * Fits the pattern editions that are due, into a folder from where they are landed.
     *
     * @return whether there is something to land
     */
    public boolean teach() {
        return new EditionsDue(this).fit();
    }

    /** The same, unless it was looked at this week. */
    boolean teachWeekly() {
        return new EditionsDue(this).fitWeekly();
    }

    /** Fits the editions of a day's quarter anew, in place of those that were told. */
    public boolean teachAgain(LocalDate day) {
        return new EditionsDue(this).fitAgain(day);
    }

    /** Source to bronze; the deliveries of all source tables count from one commit on. */
    public List<Landed> land() {
        makeOwnFolder();
        Optional<Database> told = register.get();
        Configuration whole = told.map(configuration::withOwnDatabase).orElse(configuration);
        Supplier<Deliveries.Registered> registered = new Once<>(() -> new Deliveries(lake.get()).newest());
        List<SourceTable> there = sources().stream()
                .filter(source -> told.isPresent() || !isFromRegister(source))
                .toList();
        List<Landed> all = SideBySide.map(there, source -> {
            Landed landed = new Landing(whole, source, lake, registered, clock).land();
            say(landed);
            return landed;
        });
        Landed.register(lake, all);
        Untaken.in(configuration, sources()).forEach(untaken -> progress.warn(untaken.told()));
        long quiet = all.stream().filter(landed -> landed.summary().isEmpty()).count();
        if (quiet > 0) {
            progress.say("nothing new in " + quiet + " of " + all.size() + " source tables");
        }
        return all;
    }

    private static boolean isFromRegister(SourceTable source) {
        return source.system().equals(Configuration.OWN) && source.extract().isPresent();
    }

    private void makeOwnFolder() {
        try {
            Files.createDirectories(configuration.told());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the folder " + configuration.told() + " cannot be made", unwritable);
        }
    }

    private void say(Landed landed) {
        landed.summary().ifPresent(progress::say);
        landed.refusals()
                .forEach(refusal -> progress.warn("refused " + landed.table().system() + "/" + refusal));
    }

    /** Figures of nothing would say that nothing was sold. */
    void refuseNothing() {
        if (Lake.version(configuration.lake(), Deliveries.TABLE).isEmpty()) {
            throw new NotReadyException("no source has delivered anything yet, so there is nothing to work out: "
                    + configuration.sources().values().stream()
                            .filter(source -> !source.system().equals(Configuration.OWN))
                            .map(Configuration.Source::place)
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Bronze to silver. */
    public void conform() {
        Conforming conforming = new Conforming(configuration, library, sources());
        if (!conforming.isUpToDate()) {
            conforming.conform(lake.get(), progress::say).forEach(progress::warn);
        }
    }

    /** Seeds, then silver to gold, in the order that the reads give; what does not read each other, side by side. */
    public void build() {
        CatalogFile.in(configuration.home()).write(library);
        SideBySide.run(library.seeds().values().stream()
                .map(seed -> new Seeding(seed, configuration.lake(), configuration.state()))
                .filter(seeding -> !seeding.isUpToDate())
                .<Runnable>map(seeding -> () -> seeding.load(lake.get()).forEach(progress::say))
                .toList());
        LocalDate businessDate = businessDate();
        BuildOrder.levels(library.models(Layer.GOLD))
                .forEach(level -> SideBySide.run(level.stream()
                        .<Runnable>map(model -> () -> build(model, businessDate))
                        .toList()));
    }

    private void build(Model model, LocalDate businessDate) {
        Building building = new Building(model, library, configuration.lake(), configuration.state(), businessDate);
        if (building.isUpToDate()) {
            return;
        }
        Building.Built built = building.build(lake.get());
        progress.say("built " + built.table() + " " + built.how() + ": "
                + built.written().inserted() + " rows in, " + built.written().deleted() + " out");
    }
}
