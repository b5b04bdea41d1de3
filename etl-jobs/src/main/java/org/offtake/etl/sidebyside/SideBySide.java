package org.offtake.etl.sidebyside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Runs pieces of work on a few threads, for small days are mostly planning and waiting.
 *
 * <p>All pieces are run to their end; then the first failure is thrown, in the order of the pieces.
 */
public final class SideBySide {
    private static final int THREADS = 4;

    private SideBySide() {}

    public static void run(List<Runnable> pieces) {
        map(pieces, piece -> {
            piece.run();
            return true;
        });
    }

    public static <T, R> List<R> map(List<T> pieces, Function<T, R> work) {
        if (pieces.size() < 2) {
            return pieces.stream().map(work).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, pieces.size()));
        try {
            List<Future<R>> futures = new ArrayList<>();
            pieces.forEach(piece -> futures.add(threads.submit(() -> work.apply(piece))));
            List<R> results = new ArrayList<>();
            List<RuntimeException> failures = new ArrayList<>();
            for (Future<R> future : futures) {
                try {
                    results.add(future.get());
                } catch (ExecutionException failed) {
                    failures.add(asUnchecked(failed.getCause()));
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    failures.add(new IllegalStateException("interrupted", interrupted));
                }
            }
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static RuntimeException asUnchecked(@org.jspecify.annotations.Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }
}
