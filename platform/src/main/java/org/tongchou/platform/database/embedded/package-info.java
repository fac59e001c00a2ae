/** The PostgreSQL server that comes with the application: unpacked, started, watched and stopped. */
@NamedInterface("embedded")
@NullMarked
package org.tongchou.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
