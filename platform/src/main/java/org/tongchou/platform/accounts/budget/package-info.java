/** Projects and the budget (预算): items by subject, source and project; drawing up and adjusting; what is executed of them. */
@NamedInterface("budget")
@NullMarked
package org.tongchou.platform.accounts.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
