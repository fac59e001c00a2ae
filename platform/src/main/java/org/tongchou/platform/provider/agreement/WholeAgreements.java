package org.tongchou.platform.provider.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.provider.Designations;
import org.tongchou.platform.provider.act.Act;
import org.tongchou.platform.provider.act.ActKind;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.web.Actor;

/** Takes agreements through all of their steps. */
@Service
class WholeAgreements implements Designations {
    private final Agreements agreements;
    private final Acts acts;

    WholeAgreements(Agreements agreements, Acts acts) {
        this.agreements = agreements;
        this.acts = acts;
    }

    @Override
    @Transactional
    public long designate(Actor clerk, Actor second, Designation wanted) {
        ScoringSheet sheet = ScoringSheet.of(wanted.institution().startsWith("P"));
        LocalDate day = wanted.applied();
        AgreementRequest application =
                new AgreementRequest(null, day, null, "", sheet.materials(), null, null, null, null, null, null, null);
        long id = agreements.apply(clerk, wanted.institution(), application).id();
        Map<String, @Nullable BigDecimal> points = new HashMap<>();
        sheet.items()
                .forEach(item ->
                        points.put(item.key(), BigDecimal.valueOf((long) item.weight() * wanted.percent(), 2)));
        step(
                clerk,
                id,
                new AgreementRequest(ActKind.ASSESS, day, null, "", null, points, null, null, null, null, null, null));
        approve(second, id);
        step(
                clerk,
                id,
                new AgreementRequest(
                        ActKind.NEGOTIATE, day, null, "", null, null, wanted.terms(), null, null, null, null, null));
        step(
                clerk,
                id,
                new AgreementRequest(
                        ActKind.SIGN,
                        day,
                        null,
                        "",
                        null,
                        null,
                        null,
                        wanted.number(),
                        wanted.begins(),
                        wanted.ends(),
                        wanted.depositRate(),
                        wanted.depositClause()));
        approve(second, id);
        return id;
    }

    @Override
    @Transactional
    public void suspend(Actor clerk, Actor second, long agreement, LocalDate from, LocalDate until, String reason) {
        step(
                clerk,
                agreement,
                new AgreementRequest(
                        ActKind.SUSPEND, from, until, reason, null, null, null, null, null, null, null, null));
        approve(second, agreement);
    }

    private void step(Actor clerk, long id, AgreementRequest request) {
        agreements.step(clerk, id, request);
    }

    private void approve(Actor second, long id) {
        Act waiting = acts.trail(ActKind.Subject.AGREEMENT, Long.toString(id)).stream()
                .filter(act -> act.state().equals(Acts.WAITING))
                .findFirst()
                .orElseThrow();
        acts.decide(second, waiting.id(), true, "");
    }
}
