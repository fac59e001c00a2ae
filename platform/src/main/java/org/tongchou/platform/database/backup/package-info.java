/**
 * Backup and restore: every table as CSV out of one snapshot, stored files, and a manifest with digests, in one zip.
 * Works while the application serves; restores only into nothing.
 */
@NamedInterface("backup")
@NullMarked
package org.tongchou.platform.database.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
