package org.offtake.etl.build;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.offtake.etl.sqltext.SqlText;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** The SELECT of a model over given rows. */
record ModelSelect(Model model, LocalDate businessDate) {

    SqlText text() {
        return new SqlText(model.file().toString(), model.sql());
    }

    Dataset<Row> over(SparkSession spark, String prefix, Function<TableName, Dataset<Row>> rows) {
        Map<String, Object> parameters = model.namesBusinessDate() ? Map.of("business_date", businessDate) : Map.of();
        return text().over(spark, prefix, rows, parameters);
    }
}
