package org.tongchou.platform.crossregion;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of care outside the region. */
@Component
final class CrossregionRights implements RightCatalogue {
    private static final String GROUP = "异地就医";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("crossregion.bill.view", GROUP, "查看异地就医结算、往来报文和月度清算"),
                new RightDefinition("crossregion.bill.export", GROUP, "导出异地就医清单"),
                new RightDefinition("crossregion.partner.edit", GROUP, "登记异地就医往来的统筹区"),
                new RightDefinition("crossregion.month.edit", GROUP, "编制异地就医月度清算，处理差异"),
                new RightDefinition("crossregion.month.review", GROUP, "复核异地就医月度清算，登记到账"),
                new RightDefinition("crossregion.simulation.run", GROUP, "用模拟统筹区试用异地就医"));
    }
}
