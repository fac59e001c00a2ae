/**
 * Public service (公共服务): insured persons read their own file: bills with their explanation, accumulators, personal account,
 * filings, enrolment and payments.
 *
 * <p>Owns schema {@code service}: which user reads whose file. Accounts are opened at the counter after the identity was checked;
 * their users hold no right but to read what is their own, and every reading is recorded.
 */
@ApplicationModule(displayName = "公共服务")
@NullMarked
package org.tongchou.platform.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
