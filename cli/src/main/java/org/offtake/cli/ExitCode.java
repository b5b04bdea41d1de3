package org.offtake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.stream.Stream;
import org.offtake.dashboards.ViewerException;
import org.offtake.dashboards.metabase.MetabaseException;
import org.offtake.etl.NotReadyException;
import org.offtake.etl.build.MissingInputException;
import org.offtake.etl.check.BrokenRulesException;
import org.offtake.models.ContractException;
import org.offtake.outbound.http.ApiException;
import org.offtake.serving.ServingException;

/** Exit codes tell a scheduler the kind of failure; 20 and 45 are worth a retry. */
final class ExitCode {
    static final int DONE = 0;
    static final int SOURCE_NOT_READY = 20;
    static final int OUR_MISTAKE = 40;
    static final int AWAY_OR_BUSY = 45;
    static final int CHECK_FAILED = 50;

    private ExitCode() {}

    static int of(Throwable failure) {
        Throwable cause = known(failure);
        if (cause instanceof NotReadyException) {
            return SOURCE_NOT_READY;
        }
        if (cause instanceof BrokenRulesException) {
            return CHECK_FAILED;
        }
        if (cause instanceof ServingException serving) {
            return serving.retry() ? AWAY_OR_BUSY : OUR_MISTAKE;
        }
        if (cause instanceof ViewerException viewer) {
            return viewer.retry() ? AWAY_OR_BUSY : OUR_MISTAKE;
        }
        if (cause instanceof ApiException api) {
            return api.retry() ? AWAY_OR_BUSY : OUR_MISTAKE;
        }
        if (cause instanceof IOException || cause instanceof FullDisk) {
            return AWAY_OR_BUSY;
        }
        return OUR_MISTAKE;
    }

    /** What to tell: the message of a failure we know, the whole trace of one we do not. */
    static String message(Throwable failure) {
        Throwable cause = known(failure);
        if (cause instanceof FileSystemException disk) {
            return "The disk said no: " + disk.getMessage() + ". Make room or give rights, and run the same again.";
        }
        if (isKnown(cause)) {
            return String.valueOf(cause.getMessage());
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return "This is a mistake in offtake; please report it with these lines:\n" + trace;
    }

    private static boolean isKnown(Throwable failure) {
        return failure instanceof NotReadyException
                || failure instanceof BrokenRulesException
                || failure instanceof ServingException
                || failure instanceof ViewerException
                || failure instanceof ApiException
                || failure instanceof MetabaseException
                || failure instanceof FullDisk
                || failure instanceof ContractException
                || failure instanceof MissingInputException
                || failure instanceof IllegalArgumentException
                || failure instanceof IOException;
    }

    /** The failure itself, or the known one that it wraps, as Spark wraps what happens in its tasks. */
    private static Throwable known(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(ExitCode::isKnown)
                .filter(cause -> !(cause instanceof UncheckedIOException))
                .findFirst()
                .orElse(failure);
    }
}
