package org.tongchou.platform.settlement.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongchou.platform.settlement.SettlementLists.Finding;
import org.tongchou.platform.settlement.list.QualityControl.Draft;

/** A good list passes every rule; each rule finds the one thing that is wrong, and nothing else does. */
class QualityControlTest {
    private static final List<ListRule> RULES = ListRule.all();
    private static final QualityControl CONTROL = new QualityControl(RULES);

    /** A list that a test may spoil. */
    private static final class Changed {
        private final Map<String, String> head = new LinkedHashMap<>();
        private final Map<String, List<Map<String, String>>> nodes = new LinkedHashMap<>();
        private boolean inpatient = true;
        private LocalDate born = LocalDate.of(1970, 1, 1);

        void set(String field, String value) {
            head.put(field, value);
        }

        void set(String node, String field, String value) {
            rows(node).get(0).put(field, value);
        }

        void twice(String node) {
            rows(node).add(new LinkedHashMap<>(rows(node).get(0)));
        }

        List<Map<String, String>> rows(String node) {
            return Objects.requireNonNull(nodes.get(node));
        }

        void newborn() {
            born = LocalDate.of(2026, 3, 1);
            set("nwb_adm_type", "1");
            set("nwb_adm_wt", "3200");
            set("nwb_bir_wt", "3100");
        }

        void chronic() {
            inpatient = false;
            set("med_type", "14");
            set("opsp_diag_caty", "A03");
            set("opsp_mdtrt_date", "2026-03-03");
            nodes.put("opspdiseinfo", new ArrayList<>(List.of(row("diag_code", "I10.x00", "diag_name", "高血压"))));
        }

        Draft draft() {
            return new Draft(head, nodes, inpatient, born, LocalDate.of(2026, 3, 2));
        }
    }

    private static Map<String, String> row(String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int at = 0; at < cells.length; at += 2) {
            row.put(cells[at], cells[at + 1]);
        }
        return row;
    }

    private static Changed good() {
        Changed list = new Changed();
        list.head.putAll(row(
                "medcasno",
                "B1",
                "ntly",
                "CHN",
                "prfs",
                "17",
                "patn_rlts",
                "1",
                "coner_name",
                "样例",
                "coner_addr",
                "样例路",
                "coner_tel",
                "13900000000",
                "bill_code",
                "P1",
                "bill_no",
                "1",
                "biz_sn",
                "1",
                "medins_fill_dept",
                "医保科",
                "medins_fill_psn",
                "样例",
                "hi_paymtd",
                "4",
                "adm_way",
                "2",
                "adm_time",
                "2026-03-02 08:00:00",
                "adm_caty",
                "A03",
                "dscg_time",
                "2026-03-09 10:00:00",
                "dscg_caty",
                "A03",
                "dscg_way",
                "1",
                "setl_begn_date",
                "2026-03-02",
                "setl_end_date",
                "2026-03-09",
                "chfpdr_code",
                "D1",
                "lv1_nurscare_days",
                "2",
                "scd_nurscare_days",
                "5",
                "nurscare_limit",
                "8",
                "vent_used_dura",
                "1/13/24",
                "med_type",
                "21",
                "medfee_sumamt",
                "1000.00",
                "fund_pay_sumamt",
                "600.00"));
        list.nodes.put(
                "diseinfo",
                new ArrayList<>(List.of(
                        row("diag_type", "1", "diag_code", "J18.900", "maindiag_flag", "1", "adm_cond_type", "1"),
                        row("diag_type", "1", "diag_code", "I10.x00x002", "maindiag_flag", "0"))));
        list.nodes.put(
                "oprninfo",
                new ArrayList<>(List.of(row(
                        "oprn_oprt_code",
                        "33.2400",
                        "oprn_oprt_begntime",
                        "2026-03-03 09:00:00",
                        "oprn_oprt_endtime",
                        "2026-03-03 10:00:00",
                        "anst_begntime",
                        "2026-03-03 08:50:00",
                        "anst_endtime",
                        "2026-03-03 10:10:00"))));
        list.nodes.put(
                "icuinfo",
                new ArrayList<>(List.of(row(
                        "scs_cutd_inpool_time",
                        "2026-03-03 11:00:00",
                        "scs_cutd_exit_time",
                        "2026-03-04 11:00:00",
                        "scs_cutd_sum_dura",
                        "1/0/0"))));
        list.nodes.put("bldinfo", new ArrayList<>(List.of(row("bld_amt", "200"))));
        list.nodes.put(
                "iteminfo",
                new ArrayList<>(List.of(
                        row("amt", "700.00", "claa_sumfee", "700.00"),
                        row("amt", "300.00", "clab_amt", "200.00", "fulamt_ownpay_amt", "100.00"))));
        list.nodes.put("payinfo", new ArrayList<>(List.of(row("fund_payamt", "600.00"))));
        return list;
    }

    private static final Map<String, Consumer<Changed>> SPOILED = Map.ofEntries(
            Map.entry("QC-101", list -> list.set("coner_tel", "")),
            Map.entry("QC-102", list -> list.set("ntly", "中国")),
            Map.entry("QC-103", list -> list.set("prfs", "99")),
            Map.entry("QC-104", list -> list.set("patn_rlts", "本人")),
            Map.entry("QC-105", list -> list.set("bill_no", "")),
            Map.entry("QC-106", list -> list.set("medins_fill_psn", "")),
            Map.entry("QC-107", list -> list.set("hi_paymtd", "8")),
            Map.entry("QC-201", list -> {
                list.newborn();
                list.set("nwb_adm_wt", "");
            }),
            Map.entry("QC-202", list -> {
                list.newborn();
                list.set("nwb_bir_wt", "12000");
            }),
            Map.entry("QC-203", list -> {
                list.newborn();
                list.set("nwb_bir_wt", "3105");
            }),
            Map.entry("QC-204", list -> list.set("diseinfo", "diag_code", "O80.000")),
            Map.entry("QC-205", list -> {
                list.newborn();
                list.set("nwb_adm_type", "7");
            }),
            Map.entry("QC-301", list -> {
                list.chronic();
                list.set("opsp_diag_caty", "");
            }),
            Map.entry("QC-302", list -> {
                list.chronic();
                list.nodes.remove("opspdiseinfo");
            }),
            Map.entry("QC-401", list -> list.set("adm_caty", "")),
            Map.entry("QC-402", list -> list.set("adm_way", "8")),
            Map.entry("QC-403", list -> list.set("dscg_way", "8")),
            Map.entry("QC-404", list -> {
                list.set("dscg_time", "2026-03-01 10:00:00");
                list.nodes.remove("oprninfo");
                list.nodes.remove("icuinfo");
            }),
            Map.entry("QC-405", list -> list.set("dscg_way", "2")),
            Map.entry("QC-406", list -> list.set("days_rinp_flag_31", "1")),
            Map.entry("QC-407", list -> list.set("vent_used_dura", "1/25/0")),
            Map.entry("QC-408", list -> list.set("lv3_nurscare_days", "2")),
            Map.entry("QC-409", list -> list.set("setl_end_date", "2026-03-01")),
            Map.entry("QC-410", list -> list.set("chfpdr_code", "")),
            Map.entry("QC-501", list -> list.nodes.put("diseinfo", List.of())),
            Map.entry("QC-502", list -> list.set("diseinfo", "maindiag_flag", "0")),
            Map.entry("QC-503", list -> {
                list.twice("diseinfo");
                list.rows("diseinfo").get(2).put("maindiag_flag", "0");
            }),
            Map.entry("QC-504", list -> list.set("diseinfo", "diag_code", "肺炎")),
            Map.entry("QC-505", list -> list.set("diseinfo", "adm_cond_type", "9")),
            Map.entry("QC-601", list -> list.set("oprninfo", "oprn_oprt_code", "手术")),
            Map.entry("QC-602", list -> list.twice("oprninfo")),
            Map.entry("QC-603", list -> list.set("oprninfo", "oprn_oprt_endtime", "2026-03-03 08:00:00")),
            Map.entry("QC-604", list -> list.set("oprninfo", "anst_endtime", "2026-03-03 08:00:00")),
            Map.entry("QC-605", list -> list.set("oprninfo", "oprn_oprt_endtime", "2026-03-10 08:00:00")),
            Map.entry("QC-701", list -> list.set("icuinfo", "scs_cutd_exit_time", "2026-03-03 11:00:00")),
            Map.entry("QC-702", list -> list.set("icuinfo", "scs_cutd_sum_dura", "24小时")),
            Map.entry("QC-703", list -> list.set("icuinfo", "scs_cutd_exit_time", "2026-03-10 11:00:00")),
            Map.entry("QC-704", list -> list.set("bldinfo", "bld_amt", "0")),
            Map.entry("QC-801", list -> list.set("medfee_sumamt", "1000.01")),
            Map.entry("QC-802", list -> list.set("iteminfo", "oth_amt", "0.01")),
            Map.entry("QC-803", list -> list.set("payinfo", "fund_payamt", "599.99")));

    static Stream<String> rules() {
        return RULES.stream().map(ListRule::id);
    }

    private static List<String> found(Changed list) {
        return CONTROL.check(list.draft()).stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    @Test
    void aGoodListPasses() {
        assertThat(found(good())).isEmpty();
        Changed newborn = good();
        newborn.newborn();
        assertThat(found(newborn)).isEmpty();
        Changed chronic = good();
        chronic.chronic();
        assertThat(found(chronic)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleFindsWhatItIsFor(String rule) {
        Changed list = good();
        assertThat(SPOILED).as("a spoiled list for every rule").containsKey(rule);
        Objects.requireNonNull(SPOILED.get(rule)).accept(list);
        // A list without any diagnosis has no main one either.
        assertThat(found(list)).isEqualTo(rule.equals("QC-501") ? List.of(rule, "QC-502") : List.of(rule));
    }
}
