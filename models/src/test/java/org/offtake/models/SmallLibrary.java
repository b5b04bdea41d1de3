package org.offtake.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A library of one entity and one model in a folder of its own, for tests that break a line of it. */
record SmallLibrary(Path root) {
    static final String ENTITY = "entities/orders.yml";
    static final String CONTRACT = "gold/orders/fact_order.yml";
    static final String SELECT = "gold/orders/fact_order.sql";

    static SmallLibrary in(Path folder) throws IOException {
        SmallLibrary library = new SmallLibrary(folder);
        library.write(ENTITY, """
                about: An order as its source states it.
                key: order_id
                columns:
                  order_id:     {is: id,   about: Its number}
                  ordered_date: {is: date, about: Its local day}
                """);
        library.write(CONTRACT, """
                about: One row per order.
                grain: order_id
                owner: sales
                load: merge
                follows:
                  silver.orders: order_id
                columns:
                  order_id:     {is: id, about: Its number}
                  ordered_date: {is: date, about: Its local day}
                  is_late:      {is: flag, optional: true, about: Whether it came late}
                checks:
                  - must: ordered_date > date'2000-01-01'
                    because: there was no shop before
                """);
        library.write(SELECT, """
                -- One row per order.
                select orders.order_id, orders.ordered_date, false as is_late
                from silver.orders as orders
                """);
        return library;
    }

    void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    /** Puts one text in the place of another, which must be there. */
    void change(String file, String text, String other) throws IOException {
        String before = Files.readString(root.resolve(file));
        if (!before.contains(text)) {
            throw new IllegalArgumentException(file + " does not say: " + text);
        }
        write(file, before.replace(text, other));
    }

    void delete(String file) throws IOException {
        Files.delete(root.resolve(file));
    }

    Library read() {
        return Library.read(List.of(root));
    }
}
