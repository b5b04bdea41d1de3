/** Schedules under Airflow 3: writes them as DAG files, and asks its server for runs over its public interface. */
@NullMarked
package org.offtake.schedules.airflow;

import org.jspecify.annotations.NullMarked;
