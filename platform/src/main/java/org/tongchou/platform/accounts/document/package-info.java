/**
 * The published documents of the books (部门预决算): figures added up from entries, tables and sentences derived from them,
 * checks, reasons, versions from draft to publication, and the way back from every figure to its vouchers.
 */
@NamedInterface("document")
@NullMarked
package org.tongchou.platform.accounts.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
