package org.tongchou.platform.provider.agreement;

import java.util.Map;
import java.util.Set;
import org.tongchou.platform.provider.act.ActKind;
import org.tongchou.platform.web.Refusal;

/** Which step leads where. What is not in the table cannot be done. Pure. */
final class AgreementSteps {
    /**
     * A step.
     *
     * @param from states it begins in
     * @param to state it leads to
     */
    record Step(Set<String> from, String to) {}

    /** The steps of an agreement that exists. An assessment that fails leads to 未通过. */
    static final Map<ActKind, Step> TABLE = Map.of(
            ActKind.DECLINE, new Step(Set.of("申请"), "未通过"),
            ActKind.WITHDRAW, new Step(Set.of("申请", "评估", "协商"), "撤回"),
            ActKind.ASSESS, new Step(Set.of("申请"), "评估"),
            ActKind.NEGOTIATE, new Step(Set.of("评估", "协商"), "协商"),
            ActKind.SIGN, new Step(Set.of("协商"), "生效"),
            ActKind.RENEW, new Step(Set.of("生效"), "生效"),
            ActKind.DEPOSIT, new Step(Set.of("生效"), "生效"),
            ActKind.SUSPEND, new Step(Set.of("生效"), "中止"),
            ActKind.RESUME, new Step(Set.of("中止"), "生效"),
            ActKind.TERMINATE, new Step(Set.of("生效", "中止"), "解除"));

    private AgreementSteps() {}

    /** The step; refuses one that the state does not allow. */
    static Step get(ActKind kind, String state) {
        Step step = TABLE.get(kind);
        if (step == null || !step.from().contains(state)) {
            throw Refusal.conflict("E-PRV-030", "协议现在是“" + state + "”，不能办理" + kind.printed());
        }
        return step;
    }
}
