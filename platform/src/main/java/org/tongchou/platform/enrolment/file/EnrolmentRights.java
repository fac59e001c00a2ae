package org.tongchou.platform.enrolment.file;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of this module. */
@Component
class EnrolmentRights implements RightCatalogue {
    private static final String GROUP = "参保管理";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("enrolment.person.view", GROUP, "查看参保人档案、参保单位和办理记录"),
                new RightDefinition("enrolment.person.export", GROUP, "导出参保人员名单和统计"),
                new RightDefinition("enrolment.identity.reveal", GROUP, "查看完整证件号码（留痕）"),
                new RightDefinition("enrolment.credential.issue", GROUP, "签发、停用电子凭证"),
                new RightDefinition("enrolment.people.import", GROUP, "导入参保人员、学生、死亡人员名单"),
                new RightDefinition("enrolment.identities.import", GROUP, "导入民政、残联、卫健等身份名单"),
                new RightDefinition("enrolment.missing.assign", GROUP, "分派、改派、核对动员对象"),
                new RightDefinition("enrolment.missing.follow", GROUP, "登记动员的联系结果"),
                new RightDefinition("enrolment.act.enter", GROUP, "受理参保业务"),
                new RightDefinition("enrolment.act.review", GROUP, "复核参保业务"));
    }
}
