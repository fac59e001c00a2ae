/**
 * What stands beside the entries (登记簿): procurement contracts, assets, three-public events, last year's figures. A row is
 * corrected with its version, cancelled with a reason, never deleted.
 */
@NamedInterface("register")
@NullMarked
package org.tongchou.platform.accounts.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
