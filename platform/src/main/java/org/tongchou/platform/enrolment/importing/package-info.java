/** Lists of people that come in row by row: people with periods, rolls of other departments, students, deaths. */
@NullMarked
package org.tongchou.platform.enrolment.importing;

import org.jspecify.annotations.NullMarked;
