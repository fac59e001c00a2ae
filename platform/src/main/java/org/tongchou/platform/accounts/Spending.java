package org.tongchou.platform.accounts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.PageQuery;

/** What was allotted and spent in a year, added up from the entries of the books, for other duties. */
public interface Spending {
    /** Everything that is posted counts. */
    long ALL = Long.MAX_VALUE;

    /** The unit and those below it that keep their money in the same book: county bureaus have books of their own. */
    List<Long> unitsOf(long unitId);

    /** Sums of the entries of a scope, each with its unit, project, functional code, source and nature. */
    List<Sum> sums(Scope scope);

    /** The entries that an amount is made of, the oldest first. */
    Vouchers vouchers(Scope scope, Part part, PageQuery page);

    /**
     * Waits for everybody who is posting to the books of these units, keeps others from it until the transaction ends,
     * and gives the last entry: what is added up to it stays the same for ever.
     */
    long settle(List<Long> unitIds, int year);

    /**
     * Which entries count.
     *
     * @param unitIds units
     * @param year budget year
     * @param projectId the project; null for all money of the units
     * @param until the last day whose expenses, adjustments and carry-overs count; the initial budget always counts
     * @param lastEntry the last entry that counts, {@link #ALL} for all
     */
    record Scope(List<Long> unitIds, int year, @Nullable Long projectId, LocalDate until, long lastEntry) {
        /** Copies the list. */
        public Scope {
            unitIds = List.copyOf(unitIds);
        }

        /** All that is posted in a year. */
        public static Scope ofYear(List<Long> unitIds, int year, @Nullable Long projectId) {
            return new Scope(unitIds, year, projectId, LocalDate.of(year, 12, 31), ALL);
        }
    }

    /** The amounts that are added up. */
    enum Column {
        /** 年初预算数. */
        INITIAL,
        /** 全年预算数: initial, adjustments and carried over. */
        ADJUSTED,
        /** 执行数. */
        EXECUTED
    }

    /**
     * Amounts in fen that have everything else in common.
     *
     * @param projectId the project; 0 for none
     * @param functionalCode 7 digits
     * @param fund 一般公共预算, 政府性基金, 国有资本经营 or 其他资金
     * @param nature 基本支出, 项目支出 …
     */
    record Sum(
            long unitId,
            long projectId,
            String functionalCode,
            String fund,
            String nature,
            long initialFen,
            long adjustedFen,
            long executedFen) {}

    /**
     * A part of a scope.
     *
     * @param column the amount
     * @param nature one nature; null for all
     * @param funds sources of money; all when empty
     */
    record Part(Column column, @Nullable String nature, List<String> funds) {
        /** Copies the list. */
        public Part {
            funds = List.copyOf(funds);
        }
    }

    /**
     * One page of entries.
     *
     * @param entries the entries of the page
     * @param total how many there are
     * @param fen sum of all
     */
    record Vouchers(List<Voucher> entries, long total, long fen) {
        /** Copies the list. */
        public Vouchers {
            entries = List.copyOf(entries);
        }
    }
}
