package org.offtake.etl.detect;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.offtake.models.ContractException;
import org.offtake.models.Nearest;

/** What a contract may name in {@code made by}. */
public final class Makers {
    private static final Map<String, Supplier<Maker>> MAKERS = Map.of(
            "patterns.episodes", EpisodeMaker::new,
            "patterns.contracts", ContractMaker::new,
            "patterns.projections", ProjectionMaker::new);

    private Makers() {}

    /** @param file of the model that names it */
    public static Maker named(String name, Path file) {
        Supplier<Maker> maker = MAKERS.get(name);
        if (maker == null) {
            throw new ContractException(
                    file,
                    "nothing is called '" + name + "' that could make rows." + Nearest.hint(name, MAKERS.keySet()));
        }
        return maker.get();
    }
}
