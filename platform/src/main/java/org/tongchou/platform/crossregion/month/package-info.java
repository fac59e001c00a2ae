/** What two regions owe each other for a month. */
@NullMarked
package org.tongchou.platform.crossregion.month;

import org.jspecify.annotations.NullMarked;
