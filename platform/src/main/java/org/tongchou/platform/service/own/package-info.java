/** What insured persons read of their own. */
@NullMarked
package org.tongchou.platform.service.own;

import org.jspecify.annotations.NullMarked;
