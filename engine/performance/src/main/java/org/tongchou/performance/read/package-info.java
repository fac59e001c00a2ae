/** Reads performance sheets, reports and lists from a document. */
@NullMarked
package org.tongchou.performance.read;

import org.jspecify.annotations.NullMarked;
