/** The file page of a person (一人一档): search, coverage, periods, identities, household, handling trail, exports. */
@NullMarked
package org.tongchou.platform.enrolment.file;

import org.jspecify.annotations.NullMarked;
