package org.offtake.etl.build;

import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.optimizer.InlineCTE;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.QueryExecution;
import org.offtake.models.ContractException;
import org.offtake.models.Library;
import org.offtake.models.LoadRule;
import org.offtake.models.Model;

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
            UnitFilterRule.check(model, selected);
        }
    }

    private Dataset<Row> selected(Model model) {
        EmptyTables tables = new EmptyTables(spark, library);
        return new ModelSelect(model, LocalDate.EPOCH).over(spark, EmptyTables.PREFIX, tables::rows);
    }

    static QueryExecution execution(Dataset<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution();
    }
}
