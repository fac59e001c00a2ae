/**
 * The commands that serve, back up, restore and verify the platform. They start it or work on its data; no module may
 * know them.
 */
@ApplicationModule(displayName = "命令")
@NullMarked
package org.tongchou.platform.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
