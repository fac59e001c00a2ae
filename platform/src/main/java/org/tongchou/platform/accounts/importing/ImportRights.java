package org.tongchou.platform.accounts.importing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of imports. */
@Component
final class ImportRights implements RightCatalogue {
    static final String POST = "accounts.import.post";
    private static final String GROUP = "导入";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("accounts.import.view", GROUP, "查看导入批次和模板"),
                new RightDefinition("accounts.import.upload", GROUP, "上传、检查、更正和作废导入批次"),
                new RightDefinition(POST, GROUP, "导入批次入账"),
                new RightDefinition("accounts.import.reverse", GROUP, "冲销已入账的导入批次"),
                new RightDefinition("accounts.import.template", GROUP, "维护导入模板"));
    }
}
