/**
 * What a departmental budget or final accounts says (部门预决算): document, tables, cells, narrative figures, problems.
 *
 * <p>Plain immutable values; nothing here reads files or evaluates checks.
 */
@NullMarked
package org.tongchou.accounts.model;

import org.jspecify.annotations.NullMarked;
