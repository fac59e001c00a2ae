/** What the files add up to: heads by any cut, participation rates, what should not be, who is missing. */
@NullMarked
package org.tongchou.platform.enrolment.report;

import org.jspecify.annotations.NullMarked;
