package org.tongchou.platform.settlement.manual;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** What all acts on applications share: that it stands where it should, and that it is recorded. */
@Component
class DeskLog {
    private final AuditLog audit;

    DeskLog(AuditLog audit) {
        this.audit = audit;
    }

    /** The application, if it is the one that was read and stands in one of these states. */
    static Application at(Application application, int version, String... states) {
        if (application.version() != version) {
            throw Refusal.conflict("E-SET-118", "申请 " + application.number() + " 已有变动，请刷新后再办");
        }
        if (!List.of(states).contains(application.state())) {
            throw Refusal.conflict(
                    "E-SET-119",
                    "申请 " + application.number() + " " + application.state() + "，不能办理；应为" + String.join("、", states));
        }
        return application;
    }

    Application recorded(Actor actor, String act, String verb, Application application) {
        audit.record(
                actor,
                "settlement.manual." + act,
                "settlement.manual",
                application.number(),
                verb + "手工报销 " + application.number() + "，票据合计 " + Money.ofFen(application.totalFen()) + " 元",
                null,
                Map.of("state", application.state(), "dueFen", application.dueFen()));
        return application;
    }
}
