/** Agreements with institutions, from application to termination; each step is an act. */
@NullMarked
package org.tongchou.platform.provider.agreement;

import org.jspecify.annotations.NullMarked;
