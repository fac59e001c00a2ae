/**
 * Publication to file: xlsx, docx, html and pdf.
 *
 * <p>Each writer renders a {@link org.tongchou.accounts.publish.Publication}; none of them computes a figure.
 */
@NullMarked
package org.tongchou.accounts.write;

import org.jspecify.annotations.NullMarked;
