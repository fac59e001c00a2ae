/** Acts (业务办理): what is entered by one person, reviewed by another, done, and undone by both again. */
@NullMarked
package org.tongchou.platform.enrolment.act;

import org.jspecify.annotations.NullMarked;
