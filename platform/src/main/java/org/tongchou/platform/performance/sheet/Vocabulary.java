package org.tongchou.platform.performance.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words a sheet may use. */
public final class Vocabulary {
    /** First levels with their second levels, in the order forms print them. */
    public static final Map<String, List<String>> LEVELS = levels();

    /** Comparisons of targets. */
    public static final List<String> OPERATORS = List.of("≥", "≤", "=", "<", ">", TargetLine.IN_WORDS);

    /** Where values come from. */
    public static final List<String> SOURCES = List.of("填报", "绑定");

    /** The part of a pack's weights that is for the execution of the budget. */
    public static final String EXECUTION = "预算执行率";

    private Vocabulary() {}

    private static Map<String, List<String>> levels() {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        levels.put("成本指标", List.of("经济成本指标", "社会成本指标", "生态环境成本指标"));
        levels.put("产出指标", List.of("数量指标", "质量指标", "时效指标"));
        levels.put("效益指标", List.of("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"));
        levels.put("满意度指标", List.of("服务对象满意度指标", "社会公众满意度指标"));
        return java.util.Collections.unmodifiableMap(levels);
    }
}
