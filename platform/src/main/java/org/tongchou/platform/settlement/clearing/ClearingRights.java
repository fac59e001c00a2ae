package org.tongchou.platform.settlement.clearing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of reconciliation and monthly clearing. */
@Component
final class ClearingRights implements RightCatalogue {
    private static final String GROUP = "对账与清算";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("settlement.reconciliation.view", GROUP, "查看机构对账"),
                new RightDefinition("settlement.reconciliation.handle", GROUP, "处理对账差异"),
                new RightDefinition("settlement.reconciliation.export", GROUP, "导出对账差异"),
                new RightDefinition("settlement.clearing.view", GROUP, "查看机构清算申请和月结单"),
                new RightDefinition("settlement.clearing.edit", GROUP, "编制机构月结单和质保金退还单"),
                new RightDefinition("settlement.clearing.review", GROUP, "复核机构月结单和质保金退还单"),
                new RightDefinition("settlement.clearing.export", GROUP, "导出机构月结单"));
    }
}
