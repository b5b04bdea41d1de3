package org.offtake.serving;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Sends what Flyway tells to the platform's log instead of standard output, and its chatter to debug. */
public final class FlywayLog implements LogCreator {

    @Override
    public Log createLogger(Class<?> source) {
        return new Lines(System.getLogger(source.getName()));
    }

    private record Lines(Logger logger) implements Log {
        @Override
        public void debug(String message) {
            logger.log(Level.TRACE, message);
        }

        @Override
        public void info(String message) {
            logger.log(Level.DEBUG, message);
        }

        @Override
        public void notice(String message) {
            logger.log(Level.DEBUG, message);
        }

        @Override
        public void warn(String message) {
            logger.log(Level.WARNING, message);
        }

        @Override
        public void error(String message) {
            logger.log(Level.DEBUG, message); // Flyway throws as well, and we pass that on
        }

        @Override
        public void error(String message, Exception failure) {
            logger.log(Level.DEBUG, message, failure);
        }
    }
}
