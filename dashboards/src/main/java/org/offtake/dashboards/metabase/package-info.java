/** Brings Metabase to what the dashboards as files say, and leaves alone what people made there. */
@NullMarked
package org.offtake.dashboards.metabase;

import org.jspecify.annotations.NullMarked;
