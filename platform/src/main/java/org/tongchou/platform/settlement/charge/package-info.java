/** Charges in the database. */
@NullMarked
package org.tongchou.platform.settlement.charge;

import org.jspecify.annotations.NullMarked;
