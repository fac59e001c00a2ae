package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grades of a region.
 *
 * @param grades from the best down; the last one begins at 0
 */
public record Grades(List<Grade> grades) {
    private static final Pattern LEADING_WORD = Pattern.compile("^[^\\p{IsHan}]*(\\p{IsHan}+)");

    /** Checks the order and that no word stands for two grades. */
    public Grades {
        grades = List.copyOf(grades);
        Method.require(!grades.isEmpty(), "grades 不能为空");
        Set<String> words = new HashSet<>();
        for (int i = 0; i < grades.size(); i++) {
            Grade grade = grades.get(i);
            Method.requirePercent(grade.from(), "from");
            Method.require(
                    i == 0 || grades.get(i - 1).from().compareTo(grade.from()) > 0,
                    "grades 应按 from 从大到小排列，“" + grade.word() + "”位置不对");
            Method.require(words.add(grade.word()), "等级“" + grade.word() + "”重复");
            for (String other : grade.alsoWritten()) {
                Method.require(words.add(other), "等级“" + other + "”重复");
            }
        }
        Method.require(grades.get(grades.size() - 1).from().signum() == 0, "grades 最后一级的 from 应为 0");
    }

    /** The grade of a total of 100 points; empty for a negative one. */
    public Optional<String> of(BigDecimal percentScore) {
        return grades.stream()
                .filter(grade -> percentScore.compareTo(grade.from()) >= 0)
                .findFirst()
                .map(Grade::word);
    }

    /** The grade that is printed, also with its range behind it ({@code 优（S≥90）}); empty when it is no known word. */
    public Optional<Grade> find(String printed) {
        Matcher word = LEADING_WORD.matcher(Text.compact(printed));
        return word.find()
                ? grades.stream()
                        .filter(grade -> grade.isWritten(word.group(1)))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether the printed grade is that of the total; false for an unknown word. */
    public boolean fits(String printedGrade, BigDecimal percentScore) {
        return find(printedGrade).map(Grade::word).equals(of(percentScore))
                && find(printedGrade).isPresent();
    }
}
