package org.tongchou.platform.region;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of the region. */
@Component
final class RegionRights implements RightCatalogue {
    private static final String GROUP = "统筹区";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("region.county.view", GROUP, "查看区县和人口"),
                new RightDefinition("region.county.edit", GROUP, "登记和修改区县"),
                new RightDefinition("region.population.edit", GROUP, "登记区县人口"),
                new RightDefinition("region.population.import", GROUP, "批量导入区县人口"),
                new RightDefinition("region.policy.view", GROUP, "查看政策参数"));
    }
}
