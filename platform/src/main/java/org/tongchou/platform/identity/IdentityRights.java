package org.tongchou.platform.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** Rights of this module. */
@Component
class IdentityRights implements RightCatalogue {
    private static final String GROUP = "用户与权限";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("identity.unit.edit", GROUP, "新建、修改、停用单位"),
                new RightDefinition("identity.user.read", GROUP, "查看用户"),
                new RightDefinition("identity.user.edit", GROUP, "新建、修改、停用用户，重置密码"),
                new RightDefinition("identity.grant.edit", GROUP, "给用户授予角色和数据范围"),
                new RightDefinition("identity.guard.edit", GROUP, "解锁用户、重置第二因素、强制下线"),
                new RightDefinition("identity.role.read", GROUP, "查看角色和权限"),
                new RightDefinition("identity.role.edit", GROUP, "新建、修改角色及其权限"),
                new RightDefinition("identity.policy.read", GROUP, "查看安全策略"),
                new RightDefinition("identity.policy.edit", GROUP, "修改安全策略"));
    }
}
