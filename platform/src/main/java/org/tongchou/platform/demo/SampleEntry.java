package org.tongchou.platform.demo;

import java.time.LocalDate;
import org.tongchou.platform.accounts.EntryKind;

/**
 * One invented entry of the synthetic bureau.
 *
 * @param kind what it is
 * @param unit code of the unit
 * @param date when
 * @param voucher voucher number; empty for budgets and balances
 * @param summary what for
 * @param counterparty who was paid, plainly synthetic
 * @param project code of the project; empty for basic expenditure
 * @param functional functional code
 * @param economic economic code; empty where none is needed
 * @param fund source of money, or source of income
 * @param nature 基本支出 or 项目支出; empty for income and balances
 * @param fen amount
 */
record SampleEntry(
        EntryKind kind,
        String unit,
        LocalDate date,
        String voucher,
        String summary,
        String counterparty,
        String project,
        String functional,
        String economic,
        String fund,
        String nature,
        long fen) {}
