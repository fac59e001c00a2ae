/**
 * The first page (工作台): what waits for the signed-in person, and notices to everybody. Modules offer {@link
 * org.tongchou.platform.desk.TaskSource}s; this one collects them.
 *
 * <p>Owns schema {@code desk}.
 */
@ApplicationModule(displayName = "工作台")
@NullMarked
package org.tongchou.platform.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
