/** Family accounts (家庭共济): whose account may pay for whom, and what each account paid of a bill. */
@NullMarked
package org.tongchou.platform.settlement.mutual;

import org.jspecify.annotations.NullMarked;
