package org.offtake.etl.build;

import org.offtake.etl.lake.NetChange;
import org.offtake.models.Model;
import org.offtake.models.TableName;

/** What happened to the inputs of a model since it was built. */
record Since(Model model, Consumed before, Consumed next, Inputs inputs) {
    ChangedUnits changed() {
        return ChangedUnits.follow(model, before, next, inputs);
    }

    /** The units that all but one table touch. */
    ChangedUnits changedBeside(TableName table) {
        return ChangedUnits.follow(model, before, next.asBefore(table, before), inputs);
    }

    /** Of a table that was there and still is. */
    NetChange net(TableName table) {
        return NetChange.of(
                inputs.lake(),
                table,
                before.version(table).orElseThrow(),
                next.version(table).orElseThrow());
    }
}
