/** People who should be enrolled and are not: who calls them, what came of it. */
@NullMarked
package org.tongchou.platform.enrolment.followup;

import org.jspecify.annotations.NullMarked;
