/** Roles and the rights they hold. */
@NullMarked
package org.tongchou.platform.identity.role;

import org.jspecify.annotations.NullMarked;
