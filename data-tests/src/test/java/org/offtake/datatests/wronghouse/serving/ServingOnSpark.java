package org.offtake.datatests.wronghouse.serving;

import org.apache.spark.sql.SparkSession;

/** Serves from Spark. */
public record ServingOnSpark(SparkSession spark) {}
