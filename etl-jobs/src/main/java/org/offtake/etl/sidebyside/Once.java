package org.offtake.etl.sidebyside;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value worked out when first asked for, by one thread, for all. */
public final class Once<T> implements Supplier<T> {
    private final Supplier<T> work;
    private @Nullable T value;

    public Once(Supplier<T> work) {
        this.work = work;
    }

    @Override
    public synchronized T get() {
        T known = value;
        if (known == null) {
            known = work.get();
            value = known;
        }
        return known;
    }
}
