package org.tongchou.platform.audit;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** Rights of this module. */
@Component
class AuditRights implements RightCatalogue {
    private static final String GROUP = "审计日志";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("audit.entry.read", GROUP, "查看审计日志"),
                new RightDefinition("audit.entry.export", GROUP, "导出审计日志"),
                new RightDefinition("audit.chain.verify", GROUP, "校验审计日志哈希链"));
    }
}
