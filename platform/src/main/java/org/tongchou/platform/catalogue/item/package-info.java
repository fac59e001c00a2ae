/** The items that hold: searched on screen, looked up for settlement. */
@NullMarked
package org.tongchou.platform.catalogue.item;

import org.jspecify.annotations.NullMarked;
