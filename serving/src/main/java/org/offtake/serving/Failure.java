package org.offtake.serving;

import java.time.Instant;

/**
 * Readers still see an older run, because every run since has failed.
 *
 * @param last the run that failed last; its message says why
 * @param since when the first of them failed, so from when on the figures are not the newest
 * @param runs how many have failed since the published one
 */
public record Failure(Run last, Instant since, long runs) {}
