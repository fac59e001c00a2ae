/** Measurements of the running platform; none is named like a test, so that it runs only when it is asked for. */
@NullMarked
package org.tongchou.platform.bench;

import org.jspecify.annotations.NullMarked;
