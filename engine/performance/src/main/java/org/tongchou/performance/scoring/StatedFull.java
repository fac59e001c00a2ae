package org.tongchou.performance.scoring;

import java.util.Optional;
import java.util.regex.Pattern;

/** 写明得满分: all points when the reason says so and the numbers, where there are any, do not say otherwise. */
public record StatedFull() implements Method {
    private static final Pattern FULL = Pattern.compile("(?<![未不没])(?:得|计)满分");

    @Override
    public String word() {
        return "stated_full";
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        boolean missed = facts.compared().filter(numbers -> !numbers.met()).isPresent();
        return !missed && FULL.matcher(Text.compact(facts.reason())).find()
                ? Optional.of(Points.full(facts, "原因栏写明得满分"))
                : Optional.empty();
    }
}
