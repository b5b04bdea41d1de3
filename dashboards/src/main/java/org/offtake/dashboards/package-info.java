/** The web viewer: dashboards as files, served from schema mart. */
@NullMarked
package org.offtake.dashboards;

import org.jspecify.annotations.NullMarked;
