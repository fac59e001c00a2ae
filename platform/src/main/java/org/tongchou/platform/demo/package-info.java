/**
 * Demonstration data, only in the profile {@code demo}: users with one-time passwords, a synthetic bureau with a full year of
 * vouchers, and three real bureaus' published figures.
 */
@ApplicationModule(displayName = "演示")
@NullMarked
package org.tongchou.platform.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
