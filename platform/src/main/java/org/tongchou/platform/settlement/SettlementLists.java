package org.tongchou.platform.settlement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Actor;

/**
 * Settlement lists (医疗保障基金结算清单): what a provider tells of a settled case, completed with our own figures and checked. Fields have
 * their names of the national interface. All calls join the caller's transaction.
 */
public interface SettlementLists {
    /**
     * Takes a list, completes and checks it; again replaces what is not submitted yet.
     *
     * @return its number
     */
    String upload(Actor actor, Upload upload);

    /** Submits a list for payment, or takes that back. */
    void submit(Actor actor, String provider, String settlement, String person, boolean submitted);

    /** The latest list of a settlement of a provider. */
    Optional<SettlementList> find(String provider, String settlement);

    /** Lists of a provider, the latest of each settlement, in order of their numbers. */
    List<SettlementList> list(Wanted wanted);

    /** How far a provider is with a month. */
    Counts count(String provider, YearMonth month);

    /** Gives every submitted list of settlements within days one by one, by settlement; memory stays bounded. */
    void each(LocalDate from, LocalDate to, Consumer<SettlementList> taker);

    /**
     * What is uploaded.
     *
     * @param provider code of the provider
     * @param visit 就诊ID
     * @param settlement 结算ID
     * @param person 人员编号
     * @param head fields of {@code setlinfo}
     * @param nodes rows of {@code diseinfo}, {@code oprninfo} …
     * @param submitted whether it is submitted at once
     * @param message id of the message
     */
    record Upload(
            String provider,
            String visit,
            String settlement,
            String person,
            Map<String, String> head,
            Map<String, List<Map<String, String>>> nodes,
            boolean submitted,
            String message) {
        /** Copies the maps. */
        public Upload {
            head = Map.copyOf(head);
            nodes = Map.copyOf(nodes);
        }
    }

    /**
     * Which lists are wanted.
     *
     * @param provider code of the provider
     * @param month month of the settlement; null for all
     * @param settlement 结算ID; empty for all
     * @param person 人员编号; empty for all
     * @param faulty only those with findings when true, only those without when false, both when null
     * @param page number of the page, from 1
     * @param size rows of a page
     */
    record Wanted(
            String provider,
            @Nullable YearMonth month,
            String settlement,
            String person,
            @Nullable Boolean faulty,
            int page,
            int size) {}

    /**
     * A list.
     *
     * @param number 清单流水号
     * @param version how often it was uploaded
     * @param settlement 结算ID
     * @param visit 就诊ID
     * @param person 人员编号
     * @param personId who
     * @param provider code of the provider
     * @param settledOn business date of the settlement
     * @param state 已上传 or 已提交
     * @param head fields of {@code setlinfo}, those of ours included
     * @param nodes rows by node, {@code payinfo} and {@code iteminfo} of ours included
     * @param findings what quality control found; empty when it is good
     */
    record SettlementList(
            String number,
            int version,
            String settlement,
            String visit,
            String person,
            long personId,
            String provider,
            LocalDate settledOn,
            String state,
            Map<String, String> head,
            Map<String, List<Map<String, String>>> nodes,
            List<Finding> findings) {
        /** Uploaded, not submitted for payment. */
        public static final String UPLOADED = "已上传";

        /** Submitted for payment. */
        public static final String SUBMITTED = "已提交";
    }

    /**
     * What quality control found.
     *
     * @param rule id of the rule
     * @param severity 1 must be mended, 2 should be looked at
     * @param field field it is about
     * @param says a Chinese sentence
     * @param value what the list says; may be empty
     */
    record Finding(String rule, String severity, String field, String says, String value) {}

    /**
     * How far a provider is with a month.
     *
     * @param settled settlements that stand
     * @param uploaded lists
     * @param submitted submitted lists
     * @param faulty lists with something that must be mended
     */
    record Counts(long settled, long uploaded, long submitted, long faulty) {}
}
