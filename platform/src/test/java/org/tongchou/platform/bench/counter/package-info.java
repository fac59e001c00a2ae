/** The counter under load: many hospitals' systems at once, the limit that the database sets, faults. */
@NullMarked
package org.tongchou.platform.bench.counter;

import org.jspecify.annotations.NullMarked;
