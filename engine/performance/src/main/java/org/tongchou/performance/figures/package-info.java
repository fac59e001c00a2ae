/** Structured performance figures on disk. */
@NullMarked
package org.tongchou.performance.figures;

import org.jspecify.annotations.NullMarked;
