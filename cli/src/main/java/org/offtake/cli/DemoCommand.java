package org.offtake.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.offtake.dashboards.ViewerServer;
import org.offtake.sample.SampleCompany;
import org.offtake.sample.scale.SampleScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the whole line on a made-up company. */
@Command(name = "demo", description = "Make the sample company, run the pipeline, and serve its dashboards.")
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--no-serve", description = "End after publication.")
    private boolean noServe;

    @Option(names = "--port", description = "The port on 127.0.0.1 (default: ${DEFAULT-VALUE}; 0: any free one).")
    private int port = ViewerServer.USUAL_PORT;

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
            if (!noServe && code == ExitCode.DONE) {
                new Serving(warehouse, port).untilEnded();
            }
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
