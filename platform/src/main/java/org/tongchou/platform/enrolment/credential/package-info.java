/** Electronic credentials (医保电子凭证) and their short-lived tokens. */
@NullMarked
package org.tongchou.platform.enrolment.credential;

import org.jspecify.annotations.NullMarked;
