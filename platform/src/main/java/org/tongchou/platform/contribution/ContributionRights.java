package org.tongchou.platform.contribution;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of the money that comes in. */
@Component
final class ContributionRights implements RightCatalogue {
    private static final String GROUP = "征缴管理";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("contribution.dues.view", GROUP, "查看申报、核定、到账、欠费和补助"),
                new RightDefinition("contribution.dues.export", GROUP, "导出申报、欠费和补助"),
                new RightDefinition("contribution.declaration.edit", GROUP, "登记和提交单位申报，提请冲销"),
                new RightDefinition("contribution.declaration.review", GROUP, "复核单位申报和冲销"),
                new RightDefinition("contribution.person.assess", GROUP, "核定居民和灵活就业人员应缴，结转预收"),
                new RightDefinition("contribution.receipt.import", GROUP, "导入税务、银行到账文件"),
                new RightDefinition("contribution.receipt.claim", GROUP, "认领待查明款项"),
                new RightDefinition("contribution.refund.edit", GROUP, "登记退费"),
                new RightDefinition("contribution.refund.review", GROUP, "复核退费"),
                new RightDefinition("contribution.subsidy.edit", GROUP, "核定补助人数，登记财政补助"),
                new RightDefinition("contribution.subsidy.review", GROUP, "复核财政补助到账"));
    }
}
