/** Scoring rules as data, and which of them explains a printed score. */
@NullMarked
package org.tongchou.performance.scoring;

import org.jspecify.annotations.NullMarked;
