/** Execution progress (执行进度): by project, month and unit, with warnings by limits that are data, and the reasons given. */
@NullMarked
package org.tongchou.platform.accounts.execution;

import org.jspecify.annotations.NullMarked;
