package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.crossregion.partner.Partner;
import org.tongchou.platform.crossregion.partner.Partners;
import org.tongchou.platform.crossregion.simulated.Simulation;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.web.Actor;
import tools.jackson.databind.JsonNode;

/** A simulated region next door: its people at the hospital here, and bills of ours from there. */
public final class CrossregionDesk {
    /** The region. */
    public static final String AREA = "360100";

    /** Drafts. */
    public static final Actor CLERK = person(811);

    /** Reviews. */
    static final Actor REVIEWER = person(812);

    /** The hospital here. */
    public final OutpatientDesk counter;

    private final Simulation simulation;
    private final Ledger ledger;
    private final JdbcClient database;

    private CrossregionDesk(OutpatientDesk counter, ApplicationContext context) {
        this.counter = counter;
        simulation = context.getBean(Simulation.class);
        ledger = context.getBean(Ledger.class);
        database = context.getBean(JdbcClient.class);
    }

    /** Opens the hospital and registers the region. */
    public static CrossregionDesk open(ApplicationContext context, int port) {
        OutpatientDesk counter = OutpatientDesk.open(context, port);
        context.getBean(Partners.class)
                .save(
                        CLERK,
                        new Partner.Request(
                                AREA,
                                "样例邻市",
                                false,
                                true,
                                new BigDecimal("0.6"),
                                "样例邻市医保中心",
                                "样例银行",
                                "6200000000009999"));
        return new CrossregionDesk(counter, context);
    }

    private static Actor person(long id) {
        return new Actor(
                id,
                "crossregion" + id,
                "样例人员" + id,
                0,
                List.of(),
                true,
                List.of("test"),
                Set.of(
                        "crossregion.bill.view",
                        "crossregion.bill.export",
                        "crossregion.partner.edit",
                        "crossregion.month.edit",
                        "crossregion.month.review",
                        "crossregion.simulation.run"));
    }

    /** The identity number of somebody insured there. */
    public static String guest(int order) {
        return "36010019800101" + String.format("%03d", order) + "X";
    }

    /** What the hospital is answered about a guest. */
    JsonNode call(String infno, String msgid, String input) {
        return counter.hospital.call(infno, msgid, AREA, input);
    }

    /** What the hospital is answered about a guest; must succeed. */
    public JsonNode good(String infno, String input) {
        return good(call(infno, counter.hospital.msgid(), input));
    }

    static JsonNode good(JsonNode answer) {
        assertThat(answer.get("infcode").asInt()).as(answer.toString()).isZero();
        return answer.get("output");
    }

    /** The number of somebody insured there, read by their certificate. */
    public String guestNumber(String identity) {
        JsonNode told = good("1101", """
                {"data": {"mdtrt_cert_type": "02", "mdtrt_cert_no": "%s"}}""".formatted(identity));
        assertThat(told.at("/insuinfo/0/insuplc_admdvs").asString()).isEqualTo(AREA);
        assertThat(told.at("/insuinfo/0/insutype").asString()).isEqualTo("390");
        return told.at("/baseinfo/psn_no").asString();
    }

    /** A visit of somebody insured there. */
    public String visit(String person) {
        return good("2201", counter.registration(person)).at("/data/mdtrt_id").asString();
    }

    /** Settles a visit of somebody insured there. */
    public JsonNode pay(String person, String price) {
        String visit = visit(person);
        good("2204", counter.charge(visit, person, "1", price));
        return good("2207", OutpatientDesk.request(visit, person, price));
    }

    /** A bill from there of somebody insured here: 100 of own pay, 50 over the limit, 200 shared first. */
    private static Simulation.Request bill(String message, String person, boolean inpatient, long scope) {
        return new Simulation.Request(
                AREA, message, person, "resident", inpatient, 100_00L, 50_00L, 200_00L, scope, false);
    }

    /** Settles a bill from there. */
    public Simulation.Answer send(String message, String person, boolean inpatient, long scope) {
        return simulation.send(CLERK, bill(message, person, inpatient, scope));
    }

    /** What the other region owes. */
    long receivable() {
        return ledger("resident", FundAccounts.REMOTE_RECEIVABLE, AREA);
    }

    /** What the hospital is due. */
    long due() {
        return -ledger("resident", FundAccounts.DUE_TO_PROVIDERS, OutpatientDesk.HOSPITAL);
    }

    /** What is owed to the other region. */
    long payable() {
        return -database.sql("""
                        select coalesce(sum(fen), 0) from fund.entry where account = 'L0110' and party = :area""").param("area", AREA).query(Long.class).single();
    }

    /** The sum of a column of what the other region settled. */
    long simulated(String column) {
        return database.sql(
                        "select coalesce(sum(" + column + "), 0) from crossregion.simulated_bill where role = '参保地'")
                .query(Long.class)
                .single();
    }

    private long ledger(String fund, String account, String party) {
        return ledger.balance(fund, account, party, counter.today.plusYears(1));
    }
}
