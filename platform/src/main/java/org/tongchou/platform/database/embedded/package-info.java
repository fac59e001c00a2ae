/** The PostgreSQL server that comes with the application: unpacked, started, watched and stopped. */
@NullMarked
package org.tongchou.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
