package org.tongchou.performance.scoring;

import java.util.Optional;

/** 定性目标如实完成得满分: all points when the actual says what the target says, punctuation and spaces aside. */
public record QualitativeFull() implements Method {
    @Override
    public String word() {
        return "qualitative_full";
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        String target = Text.bare(facts.target().printed());
        return facts.target().inWords()
                        && !target.isEmpty()
                        && target.equals(Text.bare(facts.actual().printed()))
                ? Optional.of(
                        Points.full(facts, "目标“" + facts.target().printed().strip() + "”，完成情况与目标一致"))
                : Optional.empty();
    }
}
