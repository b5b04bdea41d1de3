package org.offtake.etl.detect;

import org.offtake.patterns.contract.belief.AgreedLevel;
import org.offtake.patterns.detect.Fit;

/**
 * What all customers together teach.
 *
 * @param fit by their orders
 * @param agreed by what was agreed with them
 */
public record Parameters(Fit fit, AgreedLevel agreed) {}
