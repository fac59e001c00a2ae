package org.tongchou.benefit.policy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tongchou.files.yaml.YamlIssue;

/** Collects what is found wrong. */
final class Findings {
    private final Set<Finding> found = new TreeSet<>();

    /** Adds a finding; the same one twice counts once. */
    void add(PackRule rule, Place place, String message, String remedy) {
        found.add(new Finding(rule, place, message, remedy));
    }

    /** Adds a finding. */
    void add(Finding finding) {
        found.add(finding);
    }

    /** Adds what the YAML reader says of a file. */
    void add(String file, YamlIssue issue) {
        Place place = new Place(file, issue.line());
        switch (issue.kind()) {
            case TOO_LARGE, NOT_YAML, NOT_A_MAPPING, TOO_DEEP ->
                add(PackRule.UNREADABLE, place, issue.message(), "请改正后再检查，这个文件没有读入");
            case DUPLICATE -> add(PackRule.WRITTEN_TWICE, place, "字段 " + issue.key() + " 写了两次", "请删去重复的一处");
            case MISSING -> add(PackRule.MISSING, place, "缺少字段 " + issue.key(), "请补上，" + issue.should());
            default -> add(PackRule.WRONG_FORM, place, issue.message(), "请改正");
        }
    }

    /** Everything found, by place. */
    List<Finding> sorted() {
        return List.copyOf(found);
    }
}
