/**
 * The audit log (审计日志): who did what to which object, when, from where, before and after; hash-chained with SM3.
 *
 * <p>Owns schema {@code audit}. Offers {@link org.tongchou.platform.audit.AuditLog}; the pages of the audit
 * administrator; verification. Must not know what the other modules do.
 */
@ApplicationModule(displayName = "审计日志")
@NullMarked
package org.tongchou.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
