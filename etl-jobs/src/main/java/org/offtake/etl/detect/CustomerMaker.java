package org.offtake.etl.detect;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.offtake.models.TableName;

/** Makes the episodes of customers, each from the first order on or from the state that was kept of them. */
record CustomerMaker() implements KeepingMaker {
    private static final Maker ANEW = new RowMaker(CustomerRow.EPISODE, row -> new CustomerRow(row).episodes());
    private static final StructType WORKED = new StructType()
            .add("source_system", DataTypes.StringType)
            .add("company_code", DataTypes.StringType)
            .add("party_id", DataTypes.StringType)
            .add(MADE, DataTypes.createArrayType(CustomerRow.EPISODE, false))
            .add(KEPT_DATE, DataTypes.DateType)
            .add(STATE, DataTypes.BinaryType);

    @Override
    public Dataset<Row> make(Dataset<Row> selected) {
        return ANEW.make(selected);
    }

    @Override
    public TableName grows() {
        return TableName.parse("gold.fact_order_day");
    }

    @Override
    public List<String> names() {
        return List.of("source_system", "company_code", "party_id");
    }

    @Override
    public String firstDate() {
        return "orders[0].order_date";
    }

    @Override
    public Dataset<Row> work(Dataset<Row> selected) {
        MapFunction<Row, Row> worked = row -> new CustomerRow(row).worked();
        return selected.map(worked, Encoders.row(WORKED));
    }

    @Override
    public String definition() {
        return ANEW.definition();
    }
}
