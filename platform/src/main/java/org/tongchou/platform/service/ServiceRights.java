package org.tongchou.platform.service;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of insured persons, and of who opens their accounts. */
@Component
class ServiceRights implements RightCatalogue {
    private static final String GROUP = "公共服务";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("service.own.view", GROUP, "参保人查看自己的结算、累计、账户和备案"),
                new RightDefinition("service.account.manage", GROUP, "开立、重置、注销参保人查询账户"));
    }
}
