/** The file of a person: certificates, people, employers, periods, heads, and how many are put on file at once. */
@NullMarked
package org.tongchou.platform.enrolment.person;

import org.jspecify.annotations.NullMarked;
