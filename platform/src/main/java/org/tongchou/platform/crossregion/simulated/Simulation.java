package org.tongchou.platform.crossregion.simulated;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.crossregion.Envelope;
import org.tongchou.platform.crossregion.Messages;
import org.tongchou.platform.crossregion.home.Inbox;
import org.tongchou.platform.crossregion.partner.Partner;
import org.tongchou.platform.crossregion.partner.Partners;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets a simulated region be the place of care of one of our people: it sends a bill, or takes one back. */
@Service("crossregionSimulation")
public class Simulation {
    private final Inbox inbox;
    private final SimulatedNode node;
    private final Partners partners;
    private final Region region;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Clock clock;

    Simulation(
            Inbox inbox,
            SimulatedNode node,
            Partners partners,
            Region region,
            AuditLog audit,
            JsonMapper json,
            Clock clock) {
        this.inbox = inbox;
        this.node = node;
        this.partners = partners;
        this.region = region;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A bill that the region sends. Amounts in fen.
     *
     * @param area the simulated region
     * @param message id of the message; made when missing
     * @param person 人员编号 of one of ours
     * @param scheme scheme
     * @param inpatient whether it is a stay
     * @param own 全自费
     * @param over 超限价
     * @param pre 先行自付
     * @param scope 符合政策范围
     * @param useAccount whether the personal account may pay
     */
    public record Request(
            @Nullable String area,
            @Nullable String message,
            @Nullable String person,
            @Nullable String scheme,
            @Nullable Boolean inpatient,
            @Nullable Long own,
            @Nullable Long over,
            @Nullable Long pre,
            @Nullable Long scope,
            @Nullable Boolean useAccount) {}

    /**
     * What the region was answered.
     *
     * @param message id of the message
     * @param decided who pays what
     */
    public record Answer(String message, Messages.Decided decided) {}

    /** Sends a bill. */
    @Transactional
    public Answer send(Actor actor, Request request) {
        Partner here = simulated(request.area());
        String id = Given.text(request.message()).isEmpty()
                ? "S" + UUID.randomUUID().toString().replace("-", "")
                : Given.line("报文", request.message(), 60);
        boolean inpatient = Boolean.TRUE.equals(request.inpatient());
        LocalDateTime today = LocalDate.now(clock).atStartOfDay();
        LocalDateTime begun = inpatient ? today.minusDays(5) : today;
        Messages.Bill bill = new Messages.Bill(
                Given.requiredLine("人员编号", request.person(), 30),
                Given.requiredLine("险种", request.scheme(), 30),
                inpatient ? "inpatient" : "outpatient",
                inpatient ? "21" : "11",
                "H" + here.area().substring(0, 4) + "0100001",
                here.name() + "样例医院",
                "02",
                "SIM" + id,
                inpatient,
                begun,
                inpatient ? today : null,
                List.of("J18.900"),
                today.toLocalDate(),
                part(request.own()),
                part(request.over()),
                part(request.pre()),
                part(request.scope()),
                Boolean.TRUE.equals(request.useAccount()));
        JsonNode told = ask(here, id, Envelope.Kind.SETTLE, bill);
        Messages.Decided decided = json.treeToValue(told, Messages.Decided.class);
        long pay = decided.fund() + decided.account() + decided.mutual();
        node.sent(here, id, "结算", bill.day(), bill.total(), pay);
        audit.record(
                actor,
                "crossregion.simulation.run",
                "crossregion.simulation",
                id,
                "模拟 " + here.name() + " 就医结算 " + Money.ofFen(bill.total()) + " 元",
                null,
                Map.of("参保地支付", Money.ofFen(pay).toString()));
        return new Answer(id, decided);
    }

    /** Takes a bill back. */
    @Transactional
    public void cancel(Actor actor, String area, String message, boolean undone) {
        Partner here = simulated(area);
        LocalDate today = LocalDate.now(clock);
        ask(here, "C" + message, Envelope.Kind.CANCEL, new Messages.Back(message, undone, today));
        node.takenBack(here, message, undone ? "冲正" : "撤销", today);
        audit.record(
                actor,
                "crossregion.simulation.run",
                "crossregion.simulation",
                message,
                "模拟 " + here.name() + " 撤销就医结算",
                null,
                null);
    }

    private JsonNode ask(Partner here, String id, Envelope.Kind kind, Object question) {
        JsonNode told = json.readTree(
                inbox.receive(new Envelope(id, here.area(), region.code(), kind, json.writeValueAsString(question))));
        if (told.has("code")) {
            Messages.Refused refused = json.treeToValue(told, Messages.Refused.class);
            throw Refusal.conflict(refused.code(), refused.message());
        }
        return told;
    }

    private Partner simulated(@Nullable String area) {
        Partner here = partners.get(Given.text(area));
        if (!here.simulated()) {
            throw Refusal.field("E-CRS-005", "统筹区", here.area(), "模拟的统筹区");
        }
        return here;
    }

    private static long part(@Nullable Long fen) {
        return fen == null || fen == 0 ? 0 : Given.amount("金额", fen);
    }
}
