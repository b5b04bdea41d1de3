package org.offtake.etl.detect;

import java.nio.file.Path;
import java.util.Map;
import org.offtake.models.ContractException;
import org.offtake.models.Nearest;

/** What a contract may name in {@code made by}. */
public final class Makers {
    private static final Map<String, Maker> MAKERS = Map.of(
            "patterns.episodes",
            new CustomerMaker(),
            "patterns.contracts",
            new RowMaker(ContractRow.EPISODE, row -> new ContractRow(row).episodes()),
            "patterns.projections",
            new RowMaker(ContractRow.PROJECTION, row -> new ContractRow(row).projections()));

    private Makers() {}

    /** @param file of the model that names it */
    public static Maker named(String name, Path file) {
        Maker maker = MAKERS.get(name);
        if (maker == null) {
            throw new ContractException(
                    file,
                    "nothing is called '" + name + "' that could make rows." + Nearest.hint(name, MAKERS.keySet()));
        }
        return maker;
    }
}
