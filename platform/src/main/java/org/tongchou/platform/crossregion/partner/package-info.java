/** Regions that we exchange people with, and the messages between us. */
@NamedInterface("partner")
@NullMarked
package org.tongchou.platform.crossregion.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
