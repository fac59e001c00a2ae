package org.tongchou.platform.identity.setup;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.identity.FirstUser;
import org.tongchou.platform.identity.FirstUsers;
import org.tongchou.platform.identity.NewUnit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Creates the bureau and its three administrators in one transaction. */
@Service
class FirstSetup {
    private final SetupCode code;
    private final Units units;
    private final FirstUsers users;

    FirstSetup(SetupCode code, Units units, FirstUsers users) {
        this.code = code;
        this.units = units;
        this.users = users;
    }

    @Transactional
    public Map<String, String> run(SetupController.Wanted wanted) {
        code.check(Objects.requireNonNullElse(wanted.code(), ""));
        String system = name("系统管理员用户名", wanted.systemName());
        String security = name("安全管理员用户名", wanted.securityName());
        String audit = name("审计管理员用户名", wanted.auditName());
        if (new HashSet<>(List.of(system, security, audit)).size() < 3) {
            throw Refusal.conflict("E-IDN-605", "三个管理员的用户名应当各不相同");
        }
        String unit = units.create(
                        Actor.SYSTEM,
                        new NewUnit(
                                Objects.requireNonNullElse(wanted.unitCode(), ""),
                                Objects.requireNonNullElse(wanted.unitName(), ""),
                                "行政单位",
                                "市级",
                                null,
                                Objects.requireNonNullElse(wanted.region(), ""),
                                null))
                .code();
        Map<String, String> made = users.create(List.of(
                new FirstUser(system, "系统管理员", "system-admin", unit, "all"),
                new FirstUser(security, "安全管理员", "security-admin", unit, "all"),
                new FirstUser(audit, "审计管理员", "audit-admin", unit, "all")));
        code.use();
        return made;
    }

    private static String name(String field, @Nullable String given) {
        String name = Objects.requireNonNullElse(given, "").strip().toLowerCase(Locale.ROOT);
        if (!name.matches("[a-z][a-z0-9._-]{1,31}") || name.equals("system")) {
            throw Refusal.field("E-IDN-604", field, given, "2 至 32 个小写字母、数字、点、短横线或下划线，以字母开头");
        }
        return name;
    }
}
