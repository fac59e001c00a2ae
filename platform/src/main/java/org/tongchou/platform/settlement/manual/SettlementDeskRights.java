package org.tongchou.platform.settlement.manual;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of manual reimbursement, of claims and of family accounts. */
@Component
final class SettlementDeskRights implements RightCatalogue {
    private static final String GROUP = "医疗结算";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("settlement.manual.view", GROUP, "查看手工报销申请"),
                new RightDefinition("settlement.manual.export", GROUP, "导出手工报销和追偿"),
                new RightDefinition("settlement.manual.accept", GROUP, "受理手工报销，录入费用明细，办理补正和撤回"),
                new RightDefinition("settlement.manual.review", GROUP, "初审手工报销，提出撤销结算"),
                new RightDefinition("settlement.manual.approve", GROUP, "复核手工报销并结算，确认撤销结算"),
                new RightDefinition("settlement.calendar.edit", GROUP, "维护节假日和调休上班日"),
                new RightDefinition("settlement.advance.view", GROUP, "查看应追回款"),
                new RightDefinition("settlement.advance.edit", GROUP, "登记追偿收款和核销"),
                new RightDefinition("settlement.advance.review", GROUP, "复核追偿收款和核销"),
                new RightDefinition("settlement.mutual.view", GROUP, "查看家庭共济"),
                new RightDefinition("settlement.mutual.edit", GROUP, "登记和解除家庭共济绑定"),
                new RightDefinition("settlement.mutual.review", GROUP, "复核家庭共济绑定"));
    }
}
