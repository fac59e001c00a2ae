/** Visits in the database. */
@NullMarked
package org.tongchou.platform.settlement.visit;

import org.jspecify.annotations.NullMarked;
