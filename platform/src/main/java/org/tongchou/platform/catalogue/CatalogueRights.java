package org.tongchou.platform.catalogue;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** Rights of this module. */
@Component
class CatalogueRights implements RightCatalogue {
    private static final String GROUP = "目录管理";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("catalogue.item.view", GROUP, "查看目录、版本和机构对照"),
                new RightDefinition("catalogue.item.export", GROUP, "导出目录、版本变化和机构对照"),
                new RightDefinition("catalogue.version.edit", GROUP, "导入、录入、比对和作废目录版本"),
                new RightDefinition("catalogue.version.release", GROUP, "发布他人导入的目录版本"),
                new RightDefinition("catalogue.matching.edit", GROUP, "登记、撤销机构目录对照"),
                new RightDefinition("catalogue.matching.review", GROUP, "审核他人登记的机构目录对照"));
    }
}
