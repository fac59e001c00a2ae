package org.tongchou.platform.accounts.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongchou.accounts.model.DocumentKind;

/** The rows of registers behind figures that no table gives: contracts, vehicles, equipment, three-public events. */
@Repository
class DocumentRegisters {
    private static final List<String> PURPOSES =
            List.of("副部（省）级以上领导用车", "主要领导干部用车", "机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车", "离退休干部用车", "其他用车");
    private static final Map<String, String> BUDGET_PURPOSES =
            Map.of("副部（省）级以上领导用车", "省部级领导干部用车", "主要领导干部用车", "其他用车", "离退休干部用车", "其他用车");
    private static final String WHEN = "to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')";

    private final JdbcClient jdbc;

    DocumentRegisters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows by key of the figure; a figure that is nothing has an empty list. */
    Map<String, List<Evidence>> rows(Document document, long book, long bureau, List<Long> units) {
        Map<String, List<Evidence>> byKey = new LinkedHashMap<>();
        boolean isFinal = document.kind() == DocumentKind.FINAL;
        if (isFinal) {
            contracts(book, units, byKey);
            events(book, units, byKey);
        }
        assets(bureau, units, isFinal ? document.year() : document.year() - 1, isFinal, byKey);
        return byKey;
    }

    private void contracts(long book, List<Long> units, Map<String, List<Evidence>> byKey) {
        List.of("政府采购/货物", "政府采购/工程", "政府采购/服务", "中小企业合同金额", "小微企业合同金额", "货物中小企业合同金额", "工程中小企业合同金额", "服务中小企业合同金额")
                .forEach(key -> byKey.put(key, new ArrayList<>()));
        jdbc.sql("select id, number, name, signed_on, kind, sme, micro, fen, created_name, " + WHEN
                        + " as at from accounts.contract where book_id = :book and unit_id = any(:units)"
                        + " and not cancelled order by signed_on, id")
                .param("book", book)
                .param("units", units.toArray(Long[]::new))
                .query(row -> {
                    Evidence evidence = new Evidence(
                            "政府采购合同",
                            row.getLong("id"),
                            row.getString("number"),
                            row.getString("name"),
                            row.getString("signed_on"),
                            row.getLong("fen"),
                            row.getString("created_name"),
                            row.getString("at"));
                    String kind = row.getString("kind");
                    add(byKey, "政府采购/" + kind, evidence);
                    if (row.getBoolean("sme")) {
                        add(byKey, "中小企业合同金额", evidence);
                        add(byKey, kind + "中小企业合同金额", evidence);
                    }
                    if (row.getBoolean("micro")) {
                        add(byKey, "小微企业合同金额", evidence);
                    }
                });
    }

    private void events(long book, List<Long> units, Map<String, List<Evidence>> byKey) {
        List.of("出国团组", "出国人次", "接待批次", "接待人次", "购置车辆").forEach(key -> byKey.put(key, new ArrayList<>()));
        jdbc.sql("select id, kind, event_date, name, times, people, created_name, " + WHEN
                        + " as at from accounts.three_public_event where book_id = :book and unit_id = any(:units)"
                        + " and not cancelled order by event_date, id")
                .param("book", book)
                .param("units", units.toArray(Long[]::new))
                .query(row -> {
                    String kind = row.getString("kind");
                    String times = kind.equals("因公出国") ? "出国团组" : kind.equals("公务接待") ? "接待批次" : "购置车辆";
                    String people = kind.equals("因公出国") ? "出国人次" : "接待人次";
                    Evidence evidence = new Evidence(
                            "“三公”事项",
                            row.getLong("id"),
                            "",
                            row.getString("name"),
                            row.getString("event_date"),
                            row.getLong("times"),
                            row.getString("created_name"),
                            row.getString("at"));
                    add(byKey, times, evidence);
                    if (!kind.equals("公务用车购置")) {
                        add(byKey, people, evidence.withAmount(row.getLong("people")));
                    }
                });
    }

    /** What stood in the books at the end of a year. */
    private void assets(long bureau, List<Long> units, int year, boolean isFinal, Map<String, List<Evidence>> byKey) {
        byKey.put("车辆总数", new ArrayList<>());
        if (isFinal) {
            byKey.put("车辆保有量", new ArrayList<>());
        }
        PURPOSES.forEach(purpose -> byKey.put("车辆/" + purpose(purpose, isFinal), new ArrayList<>()));
        byKey.put("大型设备数", new ArrayList<>());
        jdbc.sql("select id, kind, purpose, number, name, bought_on, created_name, " + WHEN
                        + " as at from accounts.asset where bureau_id = :bureau and unit_id = any(:units)"
                        + " and not cancelled and bought_on <= make_date(:year, 12, 31)"
                        + " and (disposed_on is null or disposed_on > make_date(:year, 12, 31)) order by number, id")
                .param("bureau", bureau)
                .param("units", units.toArray(Long[]::new))
                .param("year", year)
                .query(row -> {
                    Evidence evidence = new Evidence(
                            "国有资产",
                            row.getLong("id"),
                            row.getString("number"),
                            row.getString("name"),
                            row.getString("bought_on"),
                            1,
                            row.getString("created_name"),
                            row.getString("at"));
                    if (row.getString("kind").equals("车辆")) {
                        add(byKey, "车辆总数", evidence);
                        add(byKey, "车辆/" + purpose(row.getString("purpose"), isFinal), evidence);
                        if (isFinal) {
                            add(byKey, "车辆保有量", evidence);
                        }
                    } else {
                        add(byKey, "大型设备数", evidence);
                    }
                });
    }

    private static String purpose(String registered, boolean isFinal) {
        return isFinal ? registered : BUDGET_PURPOSES.getOrDefault(registered, registered);
    }

    private static void add(Map<String, List<Evidence>> byKey, String key, Evidence evidence) {
        byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(evidence);
    }
}
