package org.tongchou.platform.settlement.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;

/** What we know ourselves of a settled case, in the fields of a settlement list. */
@Component
class ListFigures {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Map<String, String> SCHEMES =
            Map.of("employee", "310", "resident", "390", "retired_cadre", "340");

    private final JdbcClient database;
    private final Providers providers;
    private final Region region;

    ListFigures(JdbcClient database, Providers providers, Region region) {
        this.database = database;
        this.providers = providers;
        this.region = region;
    }

    boolean takenBack(long settlement) {
        return database.sql("select exists (select from settlement.settlement where reverses = :id)")
                .param("id", settlement)
                .query(Boolean.class)
                .single();
    }

    Map<String, String> head(
            Visit visit, Settled settled, Person person, Map<String, List<Map<String, String>>> nodes) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("mdtrt_id", visit.number());
        head.put("setl_id", settled.number());
        head.put("psn_no", visit.personNumber());
        head.put("psn_name", person.name());
        head.put("certno", person.masked());
        head.put("patn_cert_type", person.certificateType());
        head.put("gend", person.sex().equals("male") ? "1" : person.sex().equals("female") ? "2" : "0");
        head.put("brdy", person.born().toString());
        LocalDate begun = visit.begun().toLocalDate();
        int years = Period.between(person.born(), begun).getYears();
        head.put("age", Integer.toString(years));
        if (years == 0) {
            head.put("nwb_age", Long.toString(ChronoUnit.DAYS.between(person.born(), begun)));
        }
        head.put("fixmedins_code", visit.provider());
        head.put(
                "fixmedins_name",
                providers.find(visit.provider(), begun).map(Provider::name).orElse(""));
        head.put("hi_setl_lv", level(visit.providerLevel()));
        head.put("hi_type", SCHEMES.getOrDefault(settled.scheme(), "999"));
        head.put("insuplc", region.code());
        head.put("hsorg", region.code());
        head.put("med_type", visit.nationalKind());
        head.put("ipt_med_type", visit.kind().equals("day_surgery") ? "2" : "1");
        if (visit.inpatient()) {
            LocalDateTime ended = visit.ended();
            LocalDate last = ended == null ? settled.day() : ended.toLocalDate();
            long days = Math.max(1, ChronoUnit.DAYS.between(begun, last));
            head.put("act_ipt_days", Long.toString(days));
            head.put("nurscare_limit", Long.toString(days + 1));
            head.put("adm_time", TIME.format(visit.begun()));
            if (ended != null) {
                head.put("dscg_time", TIME.format(ended));
            }
        }
        head.put(
                "diag_code_cnt",
                Integer.toString(nodes.getOrDefault("diseinfo", List.of()).size()));
        head.put(
                "oprn_oprt_code_cnt",
                Integer.toString(nodes.getOrDefault("oprninfo", List.of()).size()));
        amounts(head, settled.amounts());
        return head;
    }

    private static void amounts(Map<String, String> head, Amounts amounts) {
        head.put("medfee_sumamt", yuan(amounts.total()));
        head.put("fund_pay_sumamt", yuan(amounts.fund()));
        long own = amounts.own() + amounts.over();
        head.put("psn_ownpay", yuan(own));
        head.put("psn_selfpay", yuan(amounts.account() + amounts.mutual() + amounts.cash() - own));
        head.put("acct_pay", yuan(amounts.account() + amounts.mutual()));
        head.put("psn_cashpay", yuan(amounts.cash()));
    }

    List<Map<String, String>> payments(Settled settled) {
        return settled.payments().stream()
                .map(payment -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("fund_pay_type", payment.nationalFund());
                    row.put("fund_payamt", yuan(payment.fen()));
                    return row;
                })
                .toList();
    }

    /** The charges by kind of charge, class A, class B, own cost and what is neither. */
    List<Map<String, String>> items(Settled settled) {
        return database.sql("""
                        select coalesce(nullif(c.charge_type, ''), '14') as type, sum(l.fen)::bigint as fen,
                            coalesce(sum(l.fen - l.own_fen) filter (where c.item_class = 'A'), 0)::bigint as a,
                            coalesce(sum(l.fen - l.own_fen) filter (where c.item_class = 'B'), 0)::bigint as b,
                            sum(l.own_fen)::bigint as own,
                            coalesce(sum(l.fen - l.own_fen) filter (where c.item_class not in ('A', 'B')), 0)::bigint as other
                        from settlement.line l join settlement.charge c on c.visit_id = l.visit_id and c.sn = l.sn
                        where l.settlement_id = :id and l.year = :year group by 1 order by 1""")
                .param("id", settled.id())
                .param("year", settled.day().getYear())
                .query((row, number) -> {
                    Map<String, String> item = new LinkedHashMap<>();
                    item.put("med_chrgitm", row.getString("type"));
                    item.put("amt", yuan(row.getLong("fen")));
                    item.put("claa_sumfee", yuan(row.getLong("a")));
                    item.put("clab_amt", yuan(row.getLong("b")));
                    item.put("fulamt_ownpay_amt", yuan(row.getLong("own")));
                    item.put("oth_amt", yuan(row.getLong("other")));
                    return item;
                })
                .list();
    }

    private static String level(String level) {
        return level.compareTo("04") <= 0 ? "3" : level.compareTo("07") <= 0 ? "2" : "1";
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
