/**
 * A document before anybody knows what its tables mean: paragraphs and tables of text cells, each with its place.
 *
 * <p>Every file format (text, docx, xlsx, pdf, html) is brought to this one shape; recognition starts from it.
 */
@NullMarked
package org.tongchou.accounts.source;

import org.jspecify.annotations.NullMarked;
