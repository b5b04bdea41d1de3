package org.offtake.cli;

import org.offtake.dashboards.ViewerServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the dashboards. */
@Command(name = "serve", description = "Serve the dashboards on this machine, and print a one-time link.")
final class ServeCommand extends ConfiguredCommand {
    @Option(names = "--port", description = "The port on 127.0.0.1 (default: ${DEFAULT-VALUE}; 0: any free one).")
    private int port = ViewerServer.USUAL_PORT;

    @Option(names = "--schedule", description = "Run the schedules too, as `schedule run` does.")
    private boolean scheduling;

    @Override
    int work(Warehouse warehouse) {
        new Serving(warehouse, port, scheduling).untilEnded();
        return ExitCode.DONE;
    }
}
