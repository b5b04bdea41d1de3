/** What is to stand in Metabase: dashboards in its words, without any id of it. */
@NullMarked
package org.offtake.dashboards.metabase.wanted;

import org.jspecify.annotations.NullMarked;
