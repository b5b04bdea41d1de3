@NullMarked
package org.offtake.schedules.airflow;

import org.jspecify.annotations.NullMarked;
