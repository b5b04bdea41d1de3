package org.offtake.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.offtake.etl.configuration.LineageTo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what runs made of what. */
@Command(
        name = "lineage",
        description = {
            "Tell what runs made of what, as events of OpenLineage, where 'lineage' of the configuration says.",
            "`run` and `publish` do so by themselves; this tells what they could not, or one run again."
        })
final class LineageCommand extends ConfiguredCommand {
    @Option(names = "--run", paramLabel = "RUN", description = "This run, whether it was told or not.")
    private Optional<Long> run = Optional.empty();

    @Option(names = "--to", paramLabel = "FILE", description = "Into this file instead, which needs --run.")
    private Optional<Path> file = Optional.empty();

    @Override
    int work(Warehouse warehouse) {
        warehouse.refuseUnpublished(again());
        if (file.isPresent() && run.isEmpty()) {
            throw new IllegalArgumentException("say which run is told into " + file.get() + ": --run RUN");
        }
        LineageTo to = file.map(LineageTo::into)
                .or(() -> warehouse.configuration().lineage())
                .orElseThrow(
                        () -> new IllegalArgumentException("no lineage is configured: name the 'url' of a server that"
                                + " takes OpenLineage, or a 'file', under 'lineage' in "
                                + warehouse.configuration().file()));
        Lineage lineage = new Lineage(warehouse, to);
        if (run.isPresent()) {
            lineage.tell(run.get());
            System.err.println("run " + run.get() + " is told");
            return ExitCode.DONE;
        }
        int told = lineage.tellUntold();
        System.err.println(told == 0 ? "every run is told" : told + (told == 1 ? " run is told" : " runs are told"));
        return ExitCode.DONE;
    }
}
