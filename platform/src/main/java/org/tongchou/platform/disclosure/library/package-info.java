/** The library of published documents. */
@NullMarked
package org.tongchou.platform.disclosure.library;

import org.jspecify.annotations.NullMarked;
