package org.tongchou.platform.gateway;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** Rights of this module. */
@Component
class GatewayRights implements RightCatalogue {
    private static final String GROUP = "接口网关";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("gateway.access.view", GROUP, "查看机构的接口接入"),
                new RightDefinition("gateway.access.export", GROUP, "导出机构的接口接入"),
                new RightDefinition("gateway.access.manage", GROUP, "开通、修改、停用、恢复接口接入，更换密钥"),
                new RightDefinition("gateway.call.view", GROUP, "查看接口交易、字典和机构的调用记录"),
                new RightDefinition("gateway.call.export", GROUP, "导出接口交易、字典和机构的调用记录"));
    }
}
