@NullMarked
package org.offtake.patterns.backtest;

import org.jspecify.annotations.NullMarked;
