/**
 * A document to be published: headings, paragraphs, grids and charts, in order, before any file format.
 *
 * <p>Derivation fills it from base figures; each writer renders it (xlsx, docx, html, pdf).
 */
@NullMarked
package org.tongchou.accounts.publish;

import org.jspecify.annotations.NullMarked;
