package org.tongchou.platform.settlement.view;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of bills and filings. */
@Component
class SettlementRights implements RightCatalogue {
    private static final String GROUP = "医疗结算";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("settlement.bill.view", GROUP, "查看就诊、结算及其说明和年度累计（留痕）"),
                new RightDefinition("settlement.bill.export", GROUP, "导出结算和就诊清单"),
                new RightDefinition("settlement.bill.print", GROUP, "打印医保结算单（留痕）"),
                new RightDefinition("settlement.filing.view", GROUP, "查看备案"),
                new RightDefinition("settlement.filing.enter", GROUP, "受理备案的登记、终止和撤销"),
                new RightDefinition("settlement.filing.review", GROUP, "复核备案"));
    }
}
