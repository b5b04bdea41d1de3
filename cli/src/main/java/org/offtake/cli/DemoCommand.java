package org.offtake.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.offtake.dashboards.ViewerServer;
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

    @Option(names = "--orders", description = "How many orders the companies take (default: ${DEFAULT-VALUE}).")
    private int orders = SampleScale.DEMO.orders();

    @Option(names = "--days", description = "In how many days (default: ${DEFAULT-VALUE}).")
    private int days = SampleScale.DEMO.days();

    @Override
    public Integer call() {
        House house = House.here();
        Sample sample = new Sample(house.root().resolve("work/sample-company"), scale());
        sample.make();
        try (Warehouse warehouse = Warehouse.open(house.sampleConfiguration())) {
            int code = ConfiguredCommand.withRoom(
                    warehouse,
                    () -> ConfiguredCommand.refusedOrDone(
                            warehouse
                                    .run(Optional.of(SampleScale.DEMO.lastDay()))
                                    .run()
                                    .refusedFiles(),
                            " --config " + house.sampleConfiguration()));
            System.err.println("other commands see this company with --config " + house.sampleConfiguration());
            if (!noServe && code == ExitCode.DONE) {
                new Serving(warehouse, port, false).untilEnded();
            }
            return code;
        }
    }

    private SampleScale scale() {
        SampleScale usual = SampleScale.DEMO;
        return new SampleScale(usual.seed(), orders, days, usual.lastDay(), usual.dailyFrom());
    }
}
