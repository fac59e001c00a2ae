package org.tongchou.benefit.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether every value says where it comes from, and official sources can be looked up. */
final class SourceLint {
    private final PolicyPack pack;
    private final Findings findings;

    SourceLint(PolicyPack pack, Findings findings) {
        this.pack = pack;
        this.findings = findings;
    }

    void check(List<Use> uses) {
        Set<String> cited = uses.stream()
                .filter(use -> use.kind() == Use.Kind.SOURCE)
                .map(Use::name)
                .collect(Collectors.toSet());
        for (Source source : pack.sources().values()) {
            if (!cited.contains(source.id())) {
                findings.add(
                        PackRule.DEAD_SOURCE, source.place(), "来源“" + source.id() + "”没有引用", "请在用到它的值上写 source，或删去");
            }
            if (source.trust() == Trust.OFFICIAL) {
                official(source);
            }
        }
        for (Parameter parameter : pack.parameters().values()) {
            parameter.values().forEach(value -> check(parameter, value));
        }
    }

    private void official(Source source) {
        if (source.link().isEmpty()) {
            findings.add(
                    PackRule.NO_LINK,
                    source.place(),
                    "正式来源“" + source.id() + "”没有 link",
                    "请补上公布文件的网址；不是正式文件的请写 trust: published 或 demo");
        }
        if (source.checked() == null) {
            findings.add(
                    PackRule.NOT_CHECKED,
                    source.place(),
                    "正式来源“" + source.id() + "”没有 checked",
                    "请写最近一次核对的日期，如 checked: 2026-01-31");
        }
    }

    private void check(Parameter parameter, DatedValue value) {
        for (Citation citation : value.sources()) {
            if (!pack.sources().containsKey(citation.source())) {
                findings.add(
                        PackRule.UNKNOWN_SOURCE,
                        value.place(),
                        "参数 " + parameter.name() + " 引用的来源“" + citation.source() + "”没有定义",
                        "请检查拼写（来源和条款之间空一格），或者在 sources 中定义；已有 "
                                + String.join("、", pack.sources().keySet()));
            } else if (citation.clause().isEmpty()) {
                findings.add(
                        PackRule.NO_CLAUSE,
                        value.place(),
                        "参数 " + parameter.name() + " 自 " + value.from() + " 起的值没有写“" + citation.source() + "”的条款",
                        "请在来源后空一格写条款，如“" + citation.source() + " 第二十四条”");
            }
        }
    }
}
