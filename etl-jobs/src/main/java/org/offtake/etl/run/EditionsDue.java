package org.offtake.etl.run;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    private static final TableName CONTRACTS = TableName.parse("gold.fact_contract_episode");

    boolean fitWeekly() {
        return !looked().read().equals(thisWeek()) && fit();
    }

    boolean fit() {
        boolean written = written(teaching ->
                teaching.fit(pipeline.businessDate(), pipeline.clock().instant()));
        looked().write(thisWeek());
        return written;
    }

    boolean fitAgain(LocalDate day) {
        return written(teaching -> teaching.fitAgain(day, pipeline.clock().instant()));
    }

    private boolean written(Function<Teaching, List<EditionFile>> fit) {
        Model model = pipeline.library().models().get(EPISODES);
        if (model == null) {
            return false;
        }
        Optional<Dataset<Row>> contracts =
                Optional.ofNullable(pipeline.library().models().get(CONTRACTS)).map(this::selected);
        List<EditionFile> written = fit.apply(new Teaching(
                selected(model), contracts, pipeline.configuration().told()));
        written.forEach(edition -> pipeline.progress().say("fitted the purchase patterns of " + edition));
        return !written.isEmpty();
    }

    private Dataset<Row> selected(Model model) {
        Lake lake = pipeline.lake().get();
        return new Candidates(model, Inputs.pin(lake, pipeline.library(), model.reads()), pipeline.businessDate())
                .selected(Optional.empty());
    }

    private Map<String, String> thisWeek() {
        return Map.of(
                "week",
                pipeline.businessDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .toString());
    }

    private Sidecar looked() {
        return Sidecar.of(pipeline.configuration().state(), "pattern_editions");
    }
}
