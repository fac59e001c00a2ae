package org.tongchou.platform.disclosure;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of this module. */
@Component
final class DisclosureRights implements RightCatalogue {
    private static final String GROUP = "信息公开与审核";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("disclosure.publication.read", GROUP, "查看公开文件、比较"),
                new RightDefinition("disclosure.publication.withdraw", GROUP, "撤下公开文件"),
                new RightDefinition("disclosure.upload.audit", GROUP, "上传文件审核，查看和删除自己的结果"),
                new RightDefinition("disclosure.upload.readAll", GROUP, "查看数据范围内所有人的审核结果"));
    }
}
