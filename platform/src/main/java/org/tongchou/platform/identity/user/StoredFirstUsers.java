package org.tongchou.platform.identity.user;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.identity.FirstUser;
import org.tongchou.platform.identity.FirstUsers;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.identity.policy.Passwords;
import org.tongchou.platform.identity.role.RoleSeeds;
import org.tongchou.platform.web.Actor;

/** Makes first users. */
@Service
class StoredFirstUsers implements FirstUsers {
    private final JdbcClient database;
    private final Units units;
    private final Passwords passwords;
    private final RoleSeeds roles;
    private final AuditLog audit;
    private final Clock clock;
    private final boolean demo;

    StoredFirstUsers(
            JdbcClient database,
            Units units,
            Passwords passwords,
            RoleSeeds roles,
            AuditLog audit,
            Clock clock,
            Environment environment) {
        this.database = database;
        this.units = units;
        this.passwords = passwords;
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public boolean none() {
        return database.sql("select not exists (select from identity.user_account)")
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional
    public Map<String, String> create(List<FirstUser> users) {
        roles.apply();
        Map<String, String> made = new LinkedHashMap<>();
        for (FirstUser user : users) {
            String password = passwords.temporary();
            long id = database.sql("""
                            insert into identity.user_account (user_name, display_name, unit_id, scope, password_hash,
                                password_set_at, updated_by)
                            values (:name, :displayName, :unit, :scope, :hash, :now, '系统') returning id""")
                    .param("name", user.userName())
                    .param("displayName", user.displayName())
                    .param("unit", units.getByCode(user.unitCode()).id())
                    .param("scope", user.scope())
                    .param("hash", passwords.hash(password))
                    .param("now", OffsetDateTime.now(clock))
                    .query(Long.class)
                    .single();
            int granted = database.sql("""
                            insert into identity.user_role (user_id, role_id)
                            select :id, id from identity.role where code = :role""")
                    .param("id", id)
                    .param("role", user.roleCode())
                    .update();
            if (granted != 1) {
                throw new IllegalArgumentException("no role " + user.roleCode());
            }
            audit.record(
                    Actor.SYSTEM,
                    "identity.user.create",
                    "identity.user",
                    Long.toString(id),
                    "建立初始用户 " + user.userName(),
                    null,
                    Map.of("角色", user.roleCode(), "数据范围", user.scope()));
            made.put(user.userName(), password);
        }
        return made;
    }

    @Override
    @Transactional
    public Map<String, String> createDemo(String bureauCode, String subordinateCode) {
        if (!demo) {
            throw new IllegalStateException("only in profile demo");
        }
        roles.apply();
        database.sql("update identity.role set second_factor = false").update();
        Set<String> known = Set.copyOf(database.sql("select user_name from identity.user_account")
                .query(String.class)
                .list());
        List<FirstUser> wanted = List.of(
                new FirstUser("sys", "演示系统管理员", "system-admin", bureauCode, "all"),
                new FirstUser("sec", "演示安全管理员", "security-admin", bureauCode, "all"),
                new FirstUser("audit", "演示审计管理员", "audit-admin", bureauCode, "all"),
                new FirstUser("clerk", "演示预算经办", "budget-clerk", bureauCode, "below"),
                new FirstUser("reviewer", "演示财务复核", "reviewer", bureauCode, "below"),
                new FirstUser("director", "演示局领导", "director", bureauCode, "below"),
                new FirstUser("perf", "演示绩效经办", "performance-officer", bureauCode, "below"),
                new FirstUser("filler", "演示单位填报", "unit-filler", subordinateCode, "own"),
                new FirstUser("viewer", "演示查询人员", "viewer", bureauCode, "below"),
                new FirstUser("operator", "演示经办员", "operator", bureauCode, "below"),
                new FirstUser("opreview", "演示经办复核", "operator-review", bureauCode, "below"),
                new FirstUser("accountant", "演示基金财务", "fund-accountant", bureauCode, "below"),
                new FirstUser("fundreview", "演示基金复核", "fund-review", bureauCode, "below"),
                new FirstUser("catalogue", "演示目录管理", "catalogue-manager", bureauCode, "below"),
                new FirstUser("catalogue2", "演示目录复核", "catalogue-manager", bureauCode, "below"),
                new FirstUser("provider", "演示协议管理", "provider-manager", bureauCode, "below"),
                new FirstUser("provider2", "演示协议复核", "provider-manager", bureauCode, "below"),
                new FirstUser("gateway", "演示接口管理", "gateway-manager", bureauCode, "below"));
        return create(
                wanted.stream().filter(user -> !known.contains(user.userName())).toList());
    }
}
