package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offtake.sample.SampleCompany;
import org.offtake.sample.scale.SampleScale;
import picocli.CommandLine.Command;

/** Shows the whole line on a made-up company. */
@Command(name = "demo", description = "Make the sample company, run the pipeline, and serve its dashboards.")
final class DemoCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        House house = House.here();
        Path drop = house.root().resolve("work/sample-company/drop");
        if (!Files.exists(drop.resolve("labels"))) {
            make(drop);
        }
        try (Warehouse warehouse = Warehouse.open(house.root().resolve("examples/sample-company/offtake.yml"))) {
            int code = ConfiguredCommand.refusedOrDone(
                    warehouse.run(Optional.of(SampleScale.DEMO.lastDay())).run().refusedFiles());
            return code;
        }
    }

    private static void make(Path drop) {
        System.err.println("making the sample company in " + drop);
        try {
            SampleCompany.write(drop, SampleScale.DEMO);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
