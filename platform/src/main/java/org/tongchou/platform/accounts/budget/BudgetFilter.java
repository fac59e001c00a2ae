package org.tongchou.platform.accounts.budget;

import org.jspecify.annotations.Nullable;

/**
 * Which budget items are wanted; everything but the book may be left out.
 *
 * @param bookId the book
 * @param unitId unit
 * @param functionalCode first digits of the functional code
 * @param economicCode first digits of the economic code
 * @param fund source of money
 * @param nature nature of expenditure
 * @param projectId the project
 */
record BudgetFilter(
        long bookId,
        @Nullable Long unitId,
        @Nullable String functionalCode,
        @Nullable String economicCode,
        @Nullable String fund,
        @Nullable String nature,
        @Nullable Long projectId) {}
