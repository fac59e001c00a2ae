package org.tongchou.platform.provider.institution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongchou.codes.CreditCode;
import org.tongchou.codes.NationalCode;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** What an institution must be like, whether typed or imported. Pure. */
public final class InstitutionRules {
    /** The kinds of institution. */
    public static final List<String> KINDS = List.of("医院", "社区卫生服务机构", "乡镇卫生院", "诊所", "村卫生室", "其他医疗机构", "零售药店");

    /** The levels ({@code hosp_lv}) in words. */
    public static final Map<String, String> LEVELS = levels();

    private static final String PHARMACY = "零售药店";
    private static final String NONE = "11";

    private InstitutionRules() {}

    private static Map<String, String> levels() {
        Map<String, String> levels = new LinkedHashMap<>();
        List<String> names =
                List.of("三级特等", "三级甲等", "三级乙等", "三级丙等", "二级甲等", "二级乙等", "二级丙等", "一级甲等", "一级乙等", "一级丙等", "无等级");
        for (int at = 0; at < names.size(); at++) {
            levels.put("%02d".formatted(at + 1), names.get(at));
        }
        return java.util.Collections.unmodifiableMap(levels);
    }

    /**
     * Everything that is wrong with an institution, in the order of its fields.
     *
     * @param countyIsKnown whether a code is that of a county within the scope
     */
    public static List<Refusal> check(Institution.Request request, Predicate<String> countyIsKnown) {
        List<Refusal> found = new ArrayList<>(0);
        String code = Given.text(request.code());
        String kind = Given.text(request.kind());
        told(found, () -> {
            if (!KINDS.contains(kind)) {
                throw Refusal.field("E-PRV-010", "机构类别", kind, String.join("、", KINDS) + "之一");
            }
        });
        told(found, () -> {
            NationalCode structure = kind.equals(PHARMACY) ? NationalCode.PHARMACY : NationalCode.HOSPITAL;
            if (!structure.matches(code)) {
                throw Refusal.field("E-PRV-011", "机构编码", code, structure.expected());
            }
        });
        told(found, () -> Given.requiredLine("机构名称", request.name(), 200));
        told(found, () -> {
            if (!level(request.level()).equals(NONE) && kind.equals(PHARMACY)) {
                throw Refusal.field("E-PRV-012", "等级", Given.text(request.level()), "药店没有等级，填 11（无等级）");
            }
        });
        told(found, () -> {
            String county = Given.text(request.county());
            if (!countyIsKnown.test(county)) {
                throw Refusal.field("E-PRV-013", "区县", county, "统筹区内且在您数据范围内的区县编码");
            }
        });
        told(found, () -> Given.line("乡镇街道", request.town(), 100));
        told(found, () -> Given.line("地址", request.address(), 200));
        told(found, () -> {
            String credit = Given.text(request.creditCode());
            if (!credit.isEmpty() && CreditCode.parse(credit).findProblem().isPresent()) {
                throw Refusal.field("E-PRV-014", "统一社会信用代码", credit, "18 位且校验正确的统一社会信用代码");
            }
        });
        told(found, () -> coordinates(request.longitude(), request.latitude()));
        told(found, () -> Given.day("开业日期", request.opened()));
        return found;
    }

    /** A level; refuses what is none. */
    static String level(@Nullable String given) {
        String level = Given.text(given);
        if (!LEVELS.containsKey(level)) {
            throw Refusal.field("E-PRV-012", "等级", level, "01（三级特等）至 11（无等级）");
        }
        return level;
    }

    private static void coordinates(@Nullable BigDecimal longitude, @Nullable BigDecimal latitude) {
        if (longitude == null && latitude == null) {
            return;
        }
        if (!within(longitude, 73, 136)) {
            throw Refusal.field("E-PRV-015", "经度", String.valueOf(longitude), "73 至 136 度，与纬度一同填写");
        }
        if (!within(latitude, 3, 54)) {
            throw Refusal.field("E-PRV-015", "纬度", String.valueOf(latitude), "3 至 54 度，与经度一同填写");
        }
    }

    private static boolean within(@Nullable BigDecimal degrees, int least, int most) {
        return degrees != null
                && degrees.compareTo(BigDecimal.valueOf(least)) >= 0
                && degrees.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static void told(List<Refusal> found, Runnable check) {
        try {
            check.run();
        } catch (Refusal refusal) {
            found.add(refusal);
        }
    }
}
