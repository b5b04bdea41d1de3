package org.offtake.datatests.wronghouse.etl.land;

import org.offtake.datatests.wronghouse.etl.publish.PublishingThatLands;

/** Reads to its right. */
public record LandingThatPublishes(PublishingThatLands publishing) {}
