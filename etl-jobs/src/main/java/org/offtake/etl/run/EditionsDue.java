package org.offtake.etl.run;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.build.Candidates;
import org.offtake.etl.build.Inputs;
import org.offtake.etl.detect.EditionFile;
import org.offtake.etl.detect.Teaching;
import org.offtake.etl.lake.Lake;
import org.offtake.etl.lake.Sidecar;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** Looks once a week whether a pattern edition is due; a company whose history is too short for one is looked at again. */
record EditionsDue(Pipeline pipeline) {
    private static final TableName EPISODES = TableName.parse("gold.fact_pattern_episode");

    boolean fit(boolean anyway) {
        Model model = pipeline.library().models().get(EPISODES);
        Sidecar looked = Sidecar.of(pipeline.configuration().state(), "pattern_editions");
        LocalDate week = pipeline.businessDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Map<String, String> now = Map.of("week", week.toString());
        if (model == null || (!anyway && looked.read().equals(now))) {
            return false;
        }
        Lake lake = pipeline.lake().get();
        Dataset<Row> customers = new Candidates(
                        model, Inputs.pin(lake, pipeline.library(), model.reads()), pipeline.businessDate())
                .selected(Optional.empty());
        List<EditionFile> written = new Teaching(
                        customers, pipeline.configuration().told())
                .fit(pipeline.businessDate(), pipeline.clock().instant());
        written.forEach(edition -> pipeline.progress().say("fitted the purchase patterns of " + edition));
        looked.write(now);
        return !written.isEmpty();
    }
}
