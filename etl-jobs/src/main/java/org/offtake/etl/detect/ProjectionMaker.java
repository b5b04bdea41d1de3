package org.offtake.etl.detect;

import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Where contract lines will end; each row of the SELECT holds one of them with all that was ordered on it. */
final class ProjectionMaker implements Maker {
    private static final DataType QUANTITY = DataTypes.createDecimalType(20, 6);

    static final StructType COLUMNS = new StructType()
            .add("source_system", DataTypes.StringType)
            .add("company_code", DataTypes.StringType)
            .add("party_id", DataTypes.StringType)
            .add("contract_line_id", DataTypes.StringType)
            .add("as_of_date", DataTypes.DateType)
            .add("edition_date", DataTypes.DateType)
            .add("committed", QUANTITY)
            .add("taken_to_date", QUANTITY)
            .add("expected_at_end", DataTypes.DoubleType)
            .add("low_80", DataTypes.DoubleType)
            .add("high_80", DataTypes.DoubleType)
            .add("low_95", DataTypes.DoubleType)
            .add("high_95", DataTypes.DoubleType)
            .add("probability_short", DataTypes.DoubleType)
            .add("probability_early", DataTypes.DoubleType);

    @Override
    public Dataset<Row> make(Dataset<Row> selected) {
        FlatMapFunction<Row, Row> projections =
                row -> new ContractRow(row).projections().iterator();
        return selected.flatMap(projections, Encoders.row(COLUMNS));
    }

    @Override
    public String definition() {
        return MakerCode.PRINT;
    }
}
