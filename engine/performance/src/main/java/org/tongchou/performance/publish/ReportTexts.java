package org.tongchou.performance.publish;

import java.util.List;

/**
 * The parts of a report that people write. A part without paragraphs is printed as a marked line to be filled in.
 *
 * @param background what the project is for and who runs it (项目概况)
 * @param organisation how it was organised (项目组织管理情况); in self-evaluations its main effects (主要成效)
 * @param problems what did not go well (存在的主要问题)
 * @param measures what is done about it (改进措施)
 * @param advice what comes next (下一步意见和建议); self-evaluations have none unless given
 */
public record ReportTexts(
        List<String> background,
        List<String> organisation,
        List<String> problems,
        List<String> measures,
        List<String> advice) {
    /** Nothing is written yet. */
    public static final ReportTexts NONE = new ReportTexts(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public ReportTexts {
        background = List.copyOf(background);
        organisation = List.copyOf(organisation);
        problems = List.copyOf(problems);
        measures = List.copyOf(measures);
        advice = List.copyOf(advice);
    }
}
