/** Tests of the console in a real browser, on the real application and real PostgreSQL. */
@NullMarked
package org.tongchou.platform.browser;

import org.jspecify.annotations.NullMarked;
