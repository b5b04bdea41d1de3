package org.offtake.patterns.btyd;

/**
 * One fitted parameter.
 *
 * @param name as the model's record calls it
 * @param value where the likelihood is greatest
 * @param standardError from the curvature of the log-likelihood there
 */
public record Estimate(String name, double value, double standardError) {}
