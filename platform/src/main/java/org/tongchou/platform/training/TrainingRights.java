package org.tongchou.platform.training;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** Rights of this module. */
@Component
class TrainingRights implements RightCatalogue {
    private static final String GROUP = "模拟医院";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("training.his.view", GROUP, "查看模拟医院的就诊、请求与答复"),
                new RightDefinition("training.his.use", GROUP, "以模拟医院的身份为合成人员办理就诊、结算和对账"));
    }
}
