/** The kinds of catalogue, and how a row of an official file becomes an item. Pure. */
@NullMarked
package org.tongchou.platform.catalogue.kind;

import org.jspecify.annotations.NullMarked;
