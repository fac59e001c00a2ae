/**
 * Published documents (信息公开) of this bureau and of others: files, audit results, comparison, the public page, and the audit of
 * any uploaded document.
 *
 * <p>Owns schema {@code disclosure}. Knows the engines, not the books.
 */
@ApplicationModule(displayName = "信息公开")
@NullMarked
package org.tongchou.platform.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
