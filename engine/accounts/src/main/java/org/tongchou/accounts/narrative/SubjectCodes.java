package org.tongchou.accounts.narrative;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.accounts.classification.Classification;

/**
 * Recognises classification subjects in the words before a number: {@code 2080501 行政单位离退休}, {@code
 * 卫生健康支出（类）医疗保障管理事务（款）行政运行（项）}, or a bare name where the section is about subjects.
 */
final class SubjectCodes {
    /** What keys of functional subjects start with. */
    static final String FUNCTIONAL = "科目/";

    /** What keys of economic subjects start with. */
    static final String ECONOMIC = "经济科目/";

    private static final int LONGEST = 160;
    private static final Pattern CODED = Pattern.compile("(?<![\\d.])([23]\\d{2,6})[-—]?([一-龥、（）]{2,40})$");
    private static final Pattern LEVEL = Pattern.compile("([一-龥、]{2,40})（(类|款|项)(?:级科目)?）");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d年度?$");
    private static final Pattern NUMBERING =
            Pattern.compile("^(?:（?[一二三四五六七八九十\\d]{1,3}[）、.]|[①-⑳]|其中：?|20\\d\\d年度?|\\d{1,2}）)+");
    private static final Pattern FUNCTIONAL_SECTION = Pattern.compile("(?:一般公共预算|财政拨款|支出)[^/]*(?:支出|情况)|功能分类");
    private static final Pattern ECONOMIC_SECTION = Pattern.compile("基本支出|经济分类");

    private final Classification classification = Classification.standard();
    private final Pattern tail;

    /** @param tail pattern of the words that may stand between a name and the number */
    SubjectCodes(String tail) {
        this.tail = Pattern.compile(tail + "$");
    }

    /**
     * A subject named by code or by 类、款、项.
     *
     * @param lead cleaned words before the number
     * @param siblings codes named before in the same section, nearest last
     * @return its key; empty when there is none or it cannot be told which
     */
    Optional<String> findMarked(String lead, List<String> siblings) {
        String end = lead.length() <= LONGEST ? lead : lead.substring(lead.length() - LONGEST);
        Matcher coded = CODED.matcher(end);
        if (coded.find()) {
            String code = coded.group(1);
            return whole(code) ? Optional.of(key(code)) : named(code, coded.group(2), siblings);
        }
        String words = YEAR.matcher(strip(end)).replaceFirst("");
        return words.endsWith("）") ? levels(words) : Optional.empty();
    }

    /**
     * A subject named by nothing but its name, in a section about subjects.
     *
     * @param lead cleaned words before the number
     * @param section cleaned heading path
     * @param siblings codes named before in the same section, nearest last
     * @return its key; empty when there is none or it cannot be told which
     */
    Optional<String> findNamed(String lead, String section, List<String> siblings) {
        boolean economic = ECONOMIC_SECTION.matcher(section).find();
        if (!economic && !FUNCTIONAL_SECTION.matcher(section).find()) {
            return Optional.empty();
        }
        String clause = NUMBERING.matcher(ChangeWords.lastClause(lead)).replaceFirst("");
        String name = clause.startsWith("、") ? clause.substring(1) : clause;
        if (name.length() > 40) {
            return Optional.empty();
        }
        String kind = economic ? ECONOMIC : FUNCTIONAL;
        return only(name, kind)
                .or(() -> only(strip(name), kind))
                .or(() -> named("", strip(name), siblings).filter(key -> key.startsWith(kind)));
    }

    /** The only subject of a kind with a name. */
    private Optional<String> only(String name, String kind) {
        List<String> found = classification.findCodes(name).stream()
                .map(SubjectCodes::key)
                .filter(key -> key.startsWith(kind))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Optional<String> named(String digits, String name, List<String> siblings) {
        return name.isEmpty()
                ? Optional.empty()
                : classification.resolve(digits, name, siblings).map(SubjectCodes::key);
    }

    /** The innermost of 类、款、项 that the words name, told from its namesakes by the outer ones. */
    private Optional<String> levels(String words) {
        Matcher matcher = LEVEL.matcher(words);
        List<String> outer = List.of();
        while (matcher.find()) {
            int digits = 3 + 2 * "类款项".indexOf(matcher.group(2));
            List<String> parents = outer;
            outer = classification.findCodes(matcher.group(1)).stream()
                    .filter(code -> code.length() == digits)
                    .filter(code -> parents.isEmpty() || parents.stream().anyMatch(code::startsWith))
                    .toList();
        }
        return outer.size() == 1 ? Optional.of(key(outer.get(0))) : Optional.empty();
    }

    private String strip(String words) {
        Matcher matcher = tail.matcher(words);
        return matcher.find() ? words.substring(0, matcher.start()) : words;
    }

    private static boolean whole(String code) {
        return code.length() == 3 || code.length() == 5 || code.length() == 7;
    }

    private static String key(String code) {
        return (code.startsWith("3") ? ECONOMIC : FUNCTIONAL) + code;
    }
}
