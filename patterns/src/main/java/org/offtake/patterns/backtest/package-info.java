/** Replays a labelled history day by day, and scores the alarms beside those of plain rules. */
@NullMarked
package org.offtake.patterns.backtest;

import org.jspecify.annotations.NullMarked;
