/**
 * Users, units, roles with button-level rights and data scope, passwords, second factor, sessions (用户与权限).
 *
 * <p>Owns schema {@code identity}. Offers the unit tree, the signed-in {@link org.tongchou.platform.web.Actor} and, for work
 * that is given to somebody, {@link org.tongchou.platform.identity.Colleagues}.
 */
@ApplicationModule(displayName = "用户与权限")
@NullMarked
package org.tongchou.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
