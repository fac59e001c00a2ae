package org.tongchou.platform.provider;

import org.tongchou.money.Rate;

/**
 * What an agreement keeps back of what is due to an institution (质保金).
 *
 * @param agreement number of the agreement
 * @param rate the share
 * @param clause where the agreement says so
 */
public record Deposit(String agreement, Rate rate, String clause) {}
