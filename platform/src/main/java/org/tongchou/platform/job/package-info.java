/**
 * Long work (后台任务): queued, with progress, cancel and result, restarted after a crash without doing anything twice.
 *
 * <p>Owns schema {@code job}. Offers {@link org.tongchou.platform.job.Jobs}; modules register a handler for each kind.
 */
@ApplicationModule(displayName = "后台任务")
@NullMarked
package org.tongchou.platform.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
