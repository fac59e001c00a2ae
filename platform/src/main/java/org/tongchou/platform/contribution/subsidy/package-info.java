/** Subsidies of the fiscal levels for residents: heads, shares, advance, clearing. */
@NullMarked
package org.tongchou.platform.contribution.subsidy;

import org.jspecify.annotations.NullMarked;
