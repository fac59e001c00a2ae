/** The audit of documents that somebody uploads. */
@NullMarked
package org.tongchou.platform.disclosure.upload;

import org.jspecify.annotations.NullMarked;
