package org.tongchou.platform.settlement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what an institution says it settled with what was settled here, and keeps what came out. All calls join the caller's transaction. */
public interface Reconciliations {
    /** Compares sums (总账). */
    Result sums(Asked asked, Told told);

    /** Compares row by row (明细账): the rows must add up to the sums that are told, and lie within the days. */
    Result rows(Asked asked, Told told, List<Row> rows);

    /**
     * What is compared.
     *
     * @param provider code of the institution
     * @param scheme scheme; empty for all
     * @param clearing clearing type
     * @param from first day
     * @param to last day
     * @param refunds only mirrors when true, only settlements when false, both when null
     * @param message id of the message
     * @param operator who asks
     */
    record Asked(
            String provider,
            String scheme,
            ClearingType clearing,
            LocalDate from,
            LocalDate to,
            @Nullable Boolean refunds,
            String message,
            String operator) {}

    /**
     * What the institution says.
     *
     * @param count rows
     * @param totalFen 医疗费总额
     * @param fundFen 基金支付总额
     * @param accountFen 个人账户支付; null when it is not told
     * @param cashFen 现金; null when it is not told
     */
    record Told(
            long count,
            long totalFen,
            long fundFen,
            @Nullable Long accountFen,
            @Nullable Long cashFen) {}

    /**
     * A row of the institution's list.
     *
     * @param number 结算ID
     * @param visit 就诊ID
     * @param person 人员编号
     * @param refund whether it is a mirror
     * @param totalFen 医疗费总额
     * @param fundFen 基金支付总额
     * @param accountFen 个人账户支出
     */
    record Row(
            String number, String visit, String person, boolean refund, long totalFen, long fundFen, long accountFen) {}

    /** How a row differs. */
    enum Kind {
        /** Only here. */
        OURS("中心多", "1"),
        /** Only there. */
        THEIRS("机构多", "2"),
        /** On both sides, but not the same. */
        AMOUNTS("金额不符", "3");

        private final String word;
        private final String code;

        Kind(String word, String code) {
            this.word = word;
            this.code = code;
        }

        /** The word that people read. */
        public String word() {
            return word;
        }

        /** 对账结果 in the interface. */
        public String code() {
            return code;
        }
    }

    /**
     * A row that differs.
     *
     * @param kind how
     * @param row what it is; as it is here unless it is only there
     * @param message id of the message that settled it; empty when it is only there
     * @param memo what differs
     */
    record Difference(Kind kind, Row row, String message, String memo) {}

    /**
     * What came out.
     *
     * @param id its number
     * @param ours sums here
     * @param texts what differs of the sums; none when they are the same
     * @param differences rows that differ; none when only sums were compared
     */
    record Result(long id, Totals.Sum ours, List<String> texts, List<Difference> differences) {
        /** Copies the lists. */
        public Result {
            texts = List.copyOf(texts);
            differences = List.copyOf(differences);
        }

        /** Whether all is the same. */
        public boolean even() {
            return texts.isEmpty() && differences.isEmpty();
        }
    }
}
