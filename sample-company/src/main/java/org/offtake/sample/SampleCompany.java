package org.offtake.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;
import org.offtake.sample.boutique.Boutique;
import org.offtake.sample.drop.Agenda;
import org.offtake.sample.drop.DamageLedger;
import org.offtake.sample.drop.DropFolder;
import org.offtake.sample.drop.SourceSystem;
import org.offtake.sample.scale.SampleScale;
import org.offtake.sample.webshop.Webshop;
import org.offtake.sample.wholesale.Wholesale;

/** Three companies from one seed: a wholesaler with contracts, a shop of daily deals, and two boutiques. */
public final class SampleCompany {
    private SampleCompany() {}

    /** Writes the files of every day, and the labels beside them; see {@link #write(Path, SampleScale, IntConsumer)}. */
    public static void write(Path folder, SampleScale scale) throws IOException {
        write(folder, scale, day -> {});
    }

    /**
     * Writes one folder per source system, one file per table and day (or month, see {@link SampleScale}) with rows, and {@code labels/} apart.
     *
     * <p>Files of the same name are replaced, others are left alone: a scale one day longer adds that day's files.
     *
     * @param daysDone told after each day how many days are written, counted over the three companies
     * @throws IOException when a file cannot be written
     */
    public static void write(Path folder, SampleScale scale, IntConsumer daysDone) throws IOException {
        Wholesale wholesale = new Wholesale(scale);
        List<SourceSystem> companies = List.of(wholesale, new Webshop(scale), new Boutique(scale));
        DamageLedger damage = new DamageLedger(scale.storyDay());
        int done = 0;
        for (SourceSystem company : companies) {
            Agenda agenda = new Agenda(scale.firstDay());
            LocalDate planned = scale.firstDay().minusDays(1);
            try (DropFolder drop = new DropFolder(folder, company, scale::fileDay, damage)) {
                for (LocalDate day = scale.firstDay(); !day.isAfter(scale.lastDay()); day = day.plusDays(1)) {
                    for (; planned.isBefore(day.plusDays(company.daysAhead())); planned = planned.plusDays(1)) {
                        company.plan(planned.plusDays(1), agenda);
                    }
                    drop.write(day, agenda.take(day));
                    done++;
                    daysDone.accept(done);
                }
            }
        }
        Labels.write(folder.resolve("labels"), scale, wholesale, damage.done());
    }

    /** The tables every company sends, by the company's code; the handbook is made from them. */
    static List<SourceSystem> companies(SampleScale scale) {
        return List.of(new Wholesale(scale), new Webshop(scale), new Boutique(scale));
    }
}
