/** An audit of performance for people and for programs. */
@NullMarked
package org.tongchou.performance.report;

import org.jspecify.annotations.NullMarked;
