package org.tongchou.platform.intake.batch;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of imports; each kind of list needs a right of its duty besides. */
@Component
final class IntakeRights implements RightCatalogue {
    private static final String GROUP = "批量导入";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("intake.batch.view", GROUP, "查看批量导入的批次"),
                new RightDefinition("intake.batch.upload", GROUP, "上传、检查、改正和作废批次"),
                new RightDefinition("intake.batch.post", GROUP, "批次入账"),
                new RightDefinition("intake.batch.reverse", GROUP, "冲销已入账的批次"),
                new RightDefinition("intake.row.reveal", GROUP, "查看待导入行中完整的个人信息（留痕）"));
    }
}
