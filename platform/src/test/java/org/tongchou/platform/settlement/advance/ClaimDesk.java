package org.tongchou.platform.settlement.advance;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.tongchou.platform.settlement.Counter;
import org.tongchou.platform.settlement.advance.ClaimActs.Claim;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;

/** Claims for tests, found by the number of the application. */
@TestComponent
public class ClaimDesk {
    private final ClaimActs claims;

    ClaimDesk(ClaimActs claims) {
        this.claims = claims;
    }

    /** Kind, state and sum of each claim. */
    public List<String> of(String application) {
        return claims.page(Counter.HIS, null, null, application, new PageQuery(null, null, null)).items().stream()
                .filter(claim -> !claim.state().equals("已撤销"))
                .map(claim -> claim.kind() + " " + claim.state() + " " + claim.fen())
                .toList();
    }

    private Claim claim(String application) {
        return claims.page(Counter.HIS, null, null, application, new PageQuery(null, null, null))
                .items()
                .get(0);
    }

    /** Enters money or a write-off. */
    public void enter(Actor actor, String application, String kind, long fen) {
        claims.enter(
                actor,
                claim(application).id(),
                new ClaimActs.Request(kind, fen, LocalDate.now(ZoneId.of("Asia/Shanghai")), "", "样例原因"));
    }

    /** Accepts what was entered last. */
    public void review(Actor actor, String application) {
        Claim claim = claim(application);
        List<ClaimActs.Act> acts = claims.acts(claim.id());
        claims.review(actor, claim.id(), acts.get(acts.size() - 1).id(), true, null);
    }
}
