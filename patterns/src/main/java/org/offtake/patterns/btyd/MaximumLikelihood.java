package org.offtake.patterns.btyd;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What is asked: the parameters of a model under which some data are most likely. They are searched for as logarithms of
 * how far each lies above its floor, so that every point of the search is a model.
 *
 * @param model its name, for messages
 * @param parameters in the order of the model's record
 * @param make the model with these parameters
 * @param logLikelihood of all data
 */
record MaximumLikelihood<M>(
        String model, List<Parameter> parameters, Function<double[], M> make, ToDoubleFunction<M> logLikelihood) {

    /**
     * A parameter to fit.
     *
     * @param name as the model's record calls it
     * @param floor it is above this
     */
    record Parameter(String name, double floor) {
        static List<Parameter> positive(String... names) {
            return List.of(names).stream().map(name -> new Parameter(name, 0)).toList();
        }
    }

    /** The fit from the likeliest of the starts that leads to one. */
    Fit<M> from(List<double[]> starts) {
        List<double[]> likeliestFirst = starts.stream()
                .map(this::logs)
                .sorted(Comparator.comparingDouble(this::valueAt).reversed())
                .toList();
        NotFitted first = null;
        for (double[] start : likeliestFirst) {
            try {
                return new Search<>(this, start).fit();
            } catch (NotFitted e) {
                first = first == null ? e : first;
            }
        }
        throw Objects.requireNonNull(first, "there is at least one start");
    }

    double valueAt(double[] theta) {
        double value = logLikelihood.applyAsDouble(make.apply(values(theta)));
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    NotFitted refused(NotFitted.Reason reason, String what) {
        return new NotFitted(reason, model, what);
    }

    /** The parameters themselves, by name. */
    String named(double[] theta) {
        double[] values = values(theta);
        return IntStream.range(0, values.length)
                .mapToObj(i -> parameters.get(i).name() + " = " + values[i])
                .toList()
                .toString();
    }

    Fit<M> fitAt(double[] theta, Curvature curvature) {
        double[] values = values(theta);
        double[] errors = curvature.standardErrors();
        List<Estimate> estimates = IntStream.range(0, values.length)
                .mapToObj(i -> new Estimate(parameters.get(i).name(), values[i], Math.exp(theta[i]) * errors[i]))
                .toList();
        return new Fit<>(make.apply(values), valueAt(theta), estimates);
    }

    private double[] values(double[] theta) {
        return IntStream.range(0, theta.length)
                .mapToDouble(i -> parameters.get(i).floor() + Math.exp(theta[i]))
                .toArray();
    }

    private double[] logs(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Math.log(values[i] - parameters.get(i).floor()))
                .toArray();
    }
}
