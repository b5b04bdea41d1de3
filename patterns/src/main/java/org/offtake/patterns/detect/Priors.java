package org.offtake.patterns.detect;

import org.offtake.patterns.mix.MixPrior;
import org.offtake.patterns.rhythm.RhythmPrior;
import org.offtake.patterns.size.SizePrior;

/** What all customers together teach about one. */
public record Priors(RhythmPrior rhythm, MixPrior mix, SizePrior size) {}
