/** Accounts of insured persons: opened, renewed and closed at the counter. */
@NullMarked
package org.tongchou.platform.service.account;

import org.jspecify.annotations.NullMarked;
