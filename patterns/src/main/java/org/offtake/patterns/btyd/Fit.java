package org.offtake.patterns.btyd;

import java.util.List;

/**
 * A model with the parameters under which the data it was fitted to are most likely.
 *
 * @param model the fitted model
 * @param logLikelihood of all data together
 * @param estimates its parameters, in the order of the model's record
 */
public record Fit<M>(M model, double logLikelihood, List<Estimate> estimates) {
    public Fit {
        estimates = List.copyOf(estimates);
    }
}
