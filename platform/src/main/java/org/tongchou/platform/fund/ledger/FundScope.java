package org.tongchou.platform.fund.ledger;

import org.springframework.stereotype.Component;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** The books of the funds are the whole region's: only who sees all its counties sees them. */
@Component
public class FundScope {
    private final Region region;

    FundScope(Region region) {
        this.region = region;
    }

    /** Refuses those whose data scope leaves a county out. */
    public void mustSee(Actor actor) {
        if (!actor.allUnits() && !region.counties().stream().allMatch(county -> actor.sees(county.unitId()))) {
            throw Refusal.forbidden("基金账簿属于整个统筹区，您的数据范围只有部分区县");
        }
    }
}
