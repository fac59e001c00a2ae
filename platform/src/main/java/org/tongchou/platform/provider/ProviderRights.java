package org.tongchou.platform.provider;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** Rights of this module. */
@Component
class ProviderRights implements RightCatalogue {
    private static final String GROUP = "定点管理";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("provider.institution.view", GROUP, "查看机构、人员、协议和村村通"),
                new RightDefinition("provider.institution.export", GROUP, "导出机构、人员、协议和村村通"),
                new RightDefinition("provider.institution.edit", GROUP, "登记、修改和导入机构、人员、行政村"),
                new RightDefinition("provider.account.reveal", GROUP, "查看收款账户全文"),
                new RightDefinition("provider.agreement.edit", GROUP, "受理申请、评估、协商，提出签订、续签、中止、恢复、解除"),
                new RightDefinition("provider.staff.edit", GROUP, "提出暂停、恢复处方权和支付资格记分"),
                new RightDefinition("provider.act.review", GROUP, "复核他人提出的定点管理事项"));
    }
}
