package org.offtake.etl.lake;

import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.LiveListenerBus;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CallSite;
import scala.jdk.javaapi.OptionConverters;

/**
 * A Spark without what only an interactive shell and its web pages need; docs/performance.md says what that costs a small query.
 *
 * <ul>
 *   <li>Spark reads the class of each function that a job is made of, byte by byte, to free it of what a shell has tied to it, and
 *       serialises it once to see whether it can. All of ours is compiled; what cannot be sent is told when the job starts.
 *   <li>It looks up in the stack which line made each of the steps of a query, to call them so on its pages.
 *   <li>It keeps book of all jobs, stages and tasks for these pages.
 * </ul>
 */
final class CompiledContext extends SparkContext {
    private static final CallSite UNTOLD = new CallSite("offtake", "offtake");

    CompiledContext(SparkConf settings) {
        super(settings);
    }

    @Override
    public <F> F clean(F function, boolean checkSerializable) {
        return function;
    }

    @Override
    public CallSite getCallSite() {
        return UNTOLD;
    }

    /** Closes the books of Spark, and that of its queries, which the first session opens. */
    static void keepNoBooks(SparkSession session) {
        LiveListenerBus told = session.sparkContext().listenerBus();
        Stream.of(
                        session.sparkContext().statusStore().listener(),
                        session.sharedState().statusStore().listener())
                .flatMap(book -> OptionConverters.toJava(book).stream())
                .forEach(told::removeListener);
    }
}
