package org.tongchou.platform.identity.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.identity.NewUnit;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.web.Refusal;

/** What a unit must look like. */
final class UnitRules {
    /** The natures of units, as on the cover of published accounts. */
    static final List<String> NATURES = List.of("行政单位", "参照公务员法管理事业单位", "公益一类事业单位", "公益二类事业单位", "经费自理事业单位", "其他单位");

    /** The levels. */
    static final List<String> LEVELS = List.of("市级", "县级");

    private static final int LONGEST_NAME = 100;
    private static final int MOST_STAFF = 100_000;

    private UnitRules() {}

    static NewUnit checked(NewUnit unit) {
        String code = text("E-IDN-001", "单位编码", unit.code(), 20);
        if (!code.matches("[0-9A-Za-z-]+")) {
            throw Refusal.field("E-IDN-001", "单位编码", code, "数字、字母或短横线");
        }
        return new NewUnit(
                code,
                text("E-IDN-002", "单位名称", unit.name(), LONGEST_NAME),
                oneOf("E-IDN-003", "单位性质", unit.nature(), NATURES),
                oneOf("E-IDN-004", "级次", unit.level(), LEVELS),
                unit.parentId(),
                text("E-IDN-005", "统筹区", unit.region(), 40),
                staff(unit.staff()));
    }

    static void mustBeOpen(Unit parent) {
        if (!parent.active()) {
            throw Refusal.conflict("E-IDN-014", "上级单位“" + parent.name() + "”已停用，请先启用它");
        }
    }

    private static @Nullable Integer staff(@Nullable Integer staff) {
        if (staff != null && (staff < 0 || staff > MOST_STAFF)) {
            throw Refusal.field("E-IDN-006", "编制数", staff.toString(), "0 至 " + MOST_STAFF + " 的整数");
        }
        return staff;
    }

    private static String oneOf(String code, String field, @Nullable String value, List<String> known) {
        if (value == null || !known.contains(value)) {
            throw Refusal.field(code, field, value, "以下之一：" + String.join("、", known));
        }
        return value;
    }

    private static String text(String code, String field, @Nullable String value, int longest) {
        String plain = value == null ? "" : value.strip();
        if (plain.isEmpty() || plain.length() > longest || plain.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.field(code, field, value, "1 至 " + longest + " 个字，不含控制字符");
        }
        return plain;
    }
}
