/**
 * Lists that come in row by row (批量导入): people, rolls of other departments, contributions, catalogues, bank files. Reads xlsx,
 * CSV and TXT with tabs; stages, checks, lets people mend, posts part by part, reports, reverses.
 *
 * <p>Owns schema {@code intake}: batches, staged rows, problems. A duty offers an {@link
 * org.tongchou.platform.intake.Intake} for each kind of list as a bean and keeps what was posted in its own schema; this
 * module knows no duty.
 */
@ApplicationModule(displayName = "批量导入")
@NullMarked
package org.tongchou.platform.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
