/** Regions that we exchange people with, and the messages between us. */
@NullMarked
package org.tongchou.platform.crossregion.partner;

import org.jspecify.annotations.NullMarked;
