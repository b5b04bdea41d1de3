package org.offtake.datatests.scenarios;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.offtake.etl.build.Candidates;
import org.offtake.etl.build.Tables;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Assertion;
import org.offtake.models.Column;
import org.offtake.models.LoadRule;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * What a page of scenarios is about.
 *
 * @param unknownKey the column in which the unknown member has a nought; a page may leave it out
 * @param rows what it gives of the tables it reads, on a day
 */
record Subject(
        String name,
        Set<TableName> reads,
        boolean namesBusinessDate,
        Optional<String> unknownKey,
        BiFunction<Tables, LocalDate, Dataset<Row>> rows) {

    static Subject of(Model model) {
        Optional<String> key = model.load() instanceof LoadRule.KeepHistory
                ? model.surrogateKey().map(Column::name)
                : Optional.empty();
        return new Subject(
                model.table().toString(),
                Set.copyOf(model.reads()),
                model.namesBusinessDate(),
                key,
                (tables, day) -> new Candidates(model, tables, day).of(Optional.empty()));
    }

    /** The rows that break it. */
    static Subject of(Assertion assertion) {
        SqlText text = new SqlText(assertion.file().toString(), assertion.sql());
        return new Subject(
                assertion.name(),
                Set.copyOf(text.reads()),
                false,
                Optional.empty(),
                (tables, day) -> text.over(tables.spark(), assertion.name(), tables::read, Map.of()));
    }
}
