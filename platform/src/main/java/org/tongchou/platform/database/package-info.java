/**
 * The database: the embedded PostgreSQL, migrations of every module, backup and restore. Knows no duty.
 */
@ApplicationModule(displayName = "数据库")
@NullMarked
package org.tongchou.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
