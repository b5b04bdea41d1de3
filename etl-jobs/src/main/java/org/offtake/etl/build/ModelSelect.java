package org.offtake.etl.build;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.ContractException;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** The SELECT of a model over given rows; what Spark finds wrong with it is said with its file. */
record ModelSelect(Model model, LocalDate businessDate) {

    SqlText text() {
        return new SqlText(model.file().toString(), model.sql());
    }

    Dataset<Row> over(SparkSession spark, String prefix, Function<TableName, Dataset<Row>> rows) {
        Map<String, Object> parameters = model.namesBusinessDate() ? Map.of("business_date", businessDate) : Map.of();
        try {
            return text().over(spark, prefix, rows, parameters);
        } catch (Exception wrong) { // AnalysisException is checked in Spark, and undeclared
            if (wrong instanceof AnalysisException) {
                throw new ContractException(model.file(), String.valueOf(wrong.getMessage()));
            }
            throw wrong;
        }
    }
}
