/**
 * Stored files (文件): content-addressed, checked for size and type, never executed.
 *
 * <p>Owns schema {@code file} and the folder {@code files} of the data directory.
 */
@ApplicationModule(displayName = "文件")
@NullMarked
package org.tongchou.platform.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
