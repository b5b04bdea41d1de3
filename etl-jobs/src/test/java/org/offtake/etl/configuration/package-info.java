@NullMarked
package org.offtake.etl.configuration;

import org.jspecify.annotations.NullMarked;
