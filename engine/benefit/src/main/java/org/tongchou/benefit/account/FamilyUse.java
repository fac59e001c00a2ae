package org.tongchou.benefit.account;

import java.time.LocalDate;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.funding.Contributor;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PolicyPack;

/** 家庭共济: for whom the account may pay. Pure. */
public final class FamilyUse {
    private FamilyUse() {}

    /**
     * Whether a holder's account may pay for a relative.
     *
     * @param relation a word that the pack's {@code account.mutual.allowed} knows, for example 配偶
     */
    public static Result<Boolean> of(PolicyPack pack, Contributor holder, String relation, LocalDate day) {
        return Working.of(pack, "家庭共济使用范围", working -> {
            working.requireAlive("date", day, holder.person());
            boolean allowed =
                    working.says("account.mutual.allowed", day, holder.on(day).with(Fact.Kind.RELATION, relation));
            working.step("亲属关系", relation, allowed ? "可以使用" : "不能使用");
            return allowed;
        });
    }
}
