package org.tongchou.platform.identity.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.audit.UnitNames;
import org.tongchou.platform.identity.NewUnit;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Units in {@code identity.unit}. */
@Service
class UnitStore implements Units {
    private static final String COLUMNS =
            "u.id, u.code, u.name, u.nature, u.level, u.parent_id, u.region, u.staff, u.active";

    private static final String TREE = """
            with recursive t as (
                select u.id, array[u.code] as path from identity.unit u where %s
                union all
                select u.id, t.path || u.code from identity.unit u join t on u.parent_id = t.id)
            select %s from t join identity.unit u using (id) order by t.path""";

    private final JdbcClient database;
    private final AuditLog audit;

    UnitStore(JdbcClient database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    public Unit get(long id) {
        return database.sql("select " + COLUMNS + " from identity.unit u where u.id = :id")
                .param("id", id)
                .query(UnitStore::unit)
                .optional()
                .orElseThrow(() -> Refusal.notFound("单位"));
    }

    @Override
    public Unit getByCode(String code) {
        return database.sql("select " + COLUMNS + " from identity.unit u where u.code = :code")
                .param("code", code)
                .query(UnitStore::unit)
                .optional()
                .orElseThrow(() -> Refusal.notFound("单位 " + code));
    }

    @Override
    public List<Unit> below(long id) {
        return database.sql(TREE.formatted("u.id = :id", COLUMNS))
                .param("id", id)
                .query(UnitStore::unit)
                .list();
    }

    @Override
    public List<Unit> all() {
        return database.sql(TREE.formatted("u.parent_id is null", COLUMNS))
                .query(UnitStore::unit)
                .list();
    }

    /** The version of a unit, to be sent back with a change. */
    int versionOf(long id) {
        return database.sql("select version from identity.unit where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public Unit create(Actor actor, NewUnit unit) {
        NewUnit checked = UnitRules.checked(unit);
        Unit parent = checked.parentId() == null ? null : get(checked.parentId());
        if (parent == null && !actor.allUnits()) {
            throw Refusal.forbidden("只有数据范围为全部单位的管理员才能新建最上级单位");
        }
        if (parent != null) {
            actor.mustSee(parent.id());
            UnitRules.mustBeOpen(parent);
        }
        try {
            long id = database.sql("""
                            insert into identity.unit (code, name, nature, level, parent_id, region, staff, updated_by)
                            values (:code, :name, :nature, :level, :parentId, :region, :staff, :by) returning id""")
                    .param("code", checked.code())
                    .param("name", checked.name())
                    .param("nature", checked.nature())
                    .param("level", checked.level())
                    .param("parentId", checked.parentId())
                    .param("region", checked.region())
                    .param("staff", checked.staff())
                    .param("by", actor.displayName())
                    .query(Long.class)
                    .single();
            Unit created = get(id);
            audit.record(
                    actor,
                    "identity.unit.create",
                    "identity.unit",
                    Long.toString(id),
                    "新建单位 " + created.name(),
                    null,
                    seen(created));
            refreshScopes();
            return created;
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("E-IDN-011", "单位编码 " + checked.code() + " 已被使用，请换一个编码");
        }
    }

    /** Changes a unit; the parent stays. */
    @Transactional
    Unit change(Actor actor, long id, int version, NewUnit wanted, boolean active) {
        actor.mustSee(id);
        Unit before = get(id);
        NewUnit checked = UnitRules.checked(wanted);
        if (!active && before.active()) {
            mustBeUnused(before);
        }
        if (active && before.parentId() != null) {
            UnitRules.mustBeOpen(get(before.parentId()));
        }
        try {
            int changed = database.sql("""
                            update identity.unit set code = :code, name = :name, nature = :nature, level = :level,
                                region = :region, staff = :staff, active = :active, version = version + 1,
                                updated_by = :by, updated_at = now()
                            where id = :id and version = :version""")
                    .param("code", checked.code())
                    .param("name", checked.name())
                    .param("nature", checked.nature())
                    .param("level", checked.level())
                    .param("region", checked.region())
                    .param("staff", checked.staff())
                    .param("active", active)
                    .param("by", actor.displayName())
                    .param("id", id)
                    .param("version", version)
                    .update();
            if (changed == 0) {
                throw database.sql(
                                "select updated_by, to_char(updated_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') at"
                                        + " from identity.unit where id = :id")
                        .param("id", id)
                        .query((row, number) ->
                                Refusal.changedMeanwhile("单位", row.getString("updated_by"), row.getString("at")))
                        .single();
            }
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("E-IDN-011", "单位编码 " + checked.code() + " 已被使用，请换一个编码");
        }
        Unit after = get(id);
        String act = before.active() == active ? "修改" : active ? "启用" : "停用";
        audit.record(
                actor,
                "identity.unit.change",
                "identity.unit",
                Long.toString(id),
                act + "单位 " + after.name(),
                seen(before),
                seen(after));
        refreshScopes();
        return after;
    }

    private void mustBeUnused(Unit unit) {
        List<Unit> open = below(unit.id()).stream()
                .filter(other -> other.active() && other.id() != unit.id())
                .toList();
        if (!open.isEmpty()) {
            throw Refusal.conflict(
                    "E-IDN-012",
                    "单位“" + unit.name() + "”还有未停用的下级单位“" + open.get(0).name() + "”，请先停用下级单位");
        }
        long users = database.sql("select count(*) from identity.user_account where unit_id = :id and active")
                .param("id", unit.id())
                .query(Long.class)
                .single();
        if (users > 0) {
            throw Refusal.conflict("E-IDN-013", "单位“" + unit.name() + "”还有 " + users + " 个在用用户，请先停用或调走这些用户");
        }
    }

    /** Signed-in people get their scope anew: a unit was added or changed. */
    private void refreshScopes() {
        database.sql("update identity.user_account set grant_no = grant_no + 1").update();
    }

    private static Map<String, @Nullable Object> seen(Unit unit) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("编码", unit.code());
        values.put("名称", unit.name());
        values.put("性质", unit.nature());
        values.put("级次", unit.level());
        values.put("上级单位", unit.parentId());
        values.put("统筹区", unit.region());
        values.put("编制数", unit.staff());
        values.put("在用", unit.active());
        return values;
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("nature"),
                row.getString("level"),
                row.getObject("parent_id", Long.class),
                row.getString("region"),
                row.getObject("staff", Integer.class),
                row.getBoolean("active"));
    }

    /** Names for the audit log. */
    @Service
    static class Names implements UnitNames {
        private final JdbcClient database;

        Names(JdbcClient database) {
            this.database = database;
        }

        @Override
        public String nameOf(long unitId) {
            Optional<String> name = database.sql("select name from identity.unit where id = :id")
                    .param("id", unitId)
                    .query(String.class)
                    .optional();
            return name.orElse("");
        }
    }
}
