/** From cells to values: which column is which field, what a cell means, what is wrong with it. */
@NullMarked
package org.tongchou.platform.intake.read;

import org.jspecify.annotations.NullMarked;
