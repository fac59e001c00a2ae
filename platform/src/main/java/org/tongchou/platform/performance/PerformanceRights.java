package org.tongchou.platform.performance;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of performance management. */
@Component
class PerformanceRights implements RightCatalogue {
    private static final String GROUP = "绩效管理";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("performance.sheet.view", GROUP, "查看绩效目标、监控、自评和评价"),
                new RightDefinition("performance.target.edit", GROUP, "填报绩效目标"),
                new RightDefinition("performance.target.review", GROUP, "审核绩效目标"),
                new RightDefinition("performance.target.approve", GROUP, "批复绩效目标"),
                new RightDefinition("performance.monitor.edit", GROUP, "填报运行监控"),
                new RightDefinition("performance.monitor.review", GROUP, "审核运行监控"),
                new RightDefinition("performance.evaluation.edit", GROUP, "填报绩效自评"),
                new RightDefinition("performance.evaluation.review", GROUP, "审核绩效自评"),
                new RightDefinition("performance.evaluation.confirm", GROUP, "确认绩效自评"),
                new RightDefinition("performance.review.edit", GROUP, "开展重点评价"),
                new RightDefinition("performance.library.edit", GROUP, "维护指标库"));
    }
}
