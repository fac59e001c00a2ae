/** One reader per file format; {@code SourceReader} picks the right one by looking at the content. */
@NullMarked
package org.tongchou.accounts.source.format;

import org.jspecify.annotations.NullMarked;
