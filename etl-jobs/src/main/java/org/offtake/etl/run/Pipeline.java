package org.offtake.etl.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.offtake.etl.build.BuildOrder;
import org.offtake.etl.build.Building;
import org.offtake.etl.build.Seeding;
import org.offtake.etl.configuration.Configuration;
import org.offtake.etl.conform.Conforming;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.land.Landed;
import org.offtake.etl.land.Landing;
import org.offtake.models.Layer;
import org.offtake.models.Library;
import org.offtake.models.Model;
import org.offtake.models.SourceTable;

/**
 * The steps of a run on the lake; each opens the lake only when it has something to do.
 *
 * @param businessDate the day the run is about; it selects no deliveries and hides no rows
 */
public record Pipeline(
        Configuration configuration,
        Library library,
        Supplier<Lake> lake,
        LocalDate businessDate,
        Clock clock,
        Progress progress) {

    /** The source tables of the configured systems. */
    public List<SourceTable> sources() {
        return configuration.sources().keySet().stream()
                .flatMap(system -> library.sourcesOf(system).stream())
                .toList();
    }

    /** Source to bronze. */
    public List<Landed> land() {
        List<Landed> all = new ArrayList<>();
        for (SourceTable source : sources()) {
            Landed landed = new Landing(configuration, source, lake, clock).land();
            progress.say(landed.summary());
            landed.refusals().forEach(refusal -> progress.warn("refused " + source.system() + "/" + refusal));
            all.add(landed);
        }
        return all;
    }

    /** Bronze to silver. */
    public void conform() {
        for (SourceTable source : sources()) {
            if (!Conforming.isUpToDate(configuration, library, source)) {
                new Conforming(configuration, library, source, lake.get()).conform();
                progress.say("conformed " + source.system() + "/" + source.name());
            }
        }
    }

    /** Seeds, then silver to gold, in the order that the reads give. */
    public void build() {
        library.seeds().values().forEach(seed -> {
            Seeding seeding = new Seeding(seed, configuration.lake(), configuration.state());
            if (!seeding.isUpToDate()) {
                seeding.load(lake.get());
                progress.say("loaded " + seed.table());
            }
        });
        List<Model> gold = library.models().values().stream()
                .filter(model -> model.table().layer() == Layer.GOLD)
                .toList();
        BuildOrder.levels(gold).forEach(level -> level.forEach(this::build));
    }

    private void build(Model model) {
        Building building = new Building(model, library, configuration.lake(), configuration.state(), businessDate);
        if (building.isUpToDate()) {
            return;
        }
        Building.Built built = building.build(lake.get());
        progress.say("built " + built.table() + " " + built.how() + ": "
                + built.written().inserted() + " rows in, " + built.written().deleted() + " out");
    }
}
