package org.offtake.etl.build;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.optimizer.InlineCTE;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.QueryExecution;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Assertion;
import org.offtake.models.ContractException;
import org.offtake.models.Library;
import org.offtake.models.LoadRule;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/**
 * What a SELECT must be for a table built from its changes to equal one built in full, held against its plan over empty
 * tables of the declared types; no row is read.
 */
public record SelectRules(SparkSession spark, Library library) {

    /** Throws {@link ContractException} with what makes the SELECT give other rows when it is run another time. */
    public void check(Model model) {
        Dataset<Row> selected = selected(model);
        LogicalPlan analysed =
                new InlineCTE(true, false).apply(execution(selected).analyzed());
        RepeatableRule.check(model, analysed);
        WindowOrderRule.check(model, library, analysed);
        if (!(model.load() instanceof LoadRule.Replace)) {
            UnitFilterRule.check(model.file(), model.by(), selected);
        }
    }

    /** Throws {@link ContractException} when the broken rows of a unit cannot be found among the rows of that unit alone. */
    public void check(Assertion assertion) {
        if (assertion.by().isEmpty()) {
            return;
        }
        SqlText text = new SqlText(assertion.file().toString(), assertion.sql());
        EmptyTables tables = new EmptyTables(spark, library);
        for (TableName table : text.reads()) {
            List<String> columns = List.of(tables.rows(table).columns());
            assertion.by().stream()
                    .filter(name -> !columns.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new ContractException(
                                assertion.file(),
                                "`by` names " + name + ", which " + table + " does not have: take it out");
                    });
        }
        UnitFilterRule.check(
                assertion.file(), assertion.by(), text.over(spark, EmptyTables.PREFIX, tables::rows, Map.of()));
    }

    private Dataset<Row> selected(Model model) {
        EmptyTables tables = new EmptyTables(spark, library);
        return new ModelSelect(model, LocalDate.EPOCH).over(spark, EmptyTables.PREFIX, tables::rows);
    }

    static QueryExecution execution(Dataset<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
    }
}
