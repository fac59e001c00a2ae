/** Performance sheets, reports and lists as a publication. */
@NullMarked
package org.tongchou.performance.publish;

import org.jspecify.annotations.NullMarked;
