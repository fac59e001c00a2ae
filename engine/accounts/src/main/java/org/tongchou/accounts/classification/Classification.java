package org.tongchou.accounts.classification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Codes and names of the functional and economic classification. Immutable; safe for concurrent use.
 *
 * <p>Names are compared tolerantly: white space, kind of brackets, {@code 、}, numbering in front, a closing 支出 or 等,
 * and 费/费用 do not matter.
 */
public final class Classification {
    private static final int CLASS_DIGITS = 3;
    private static final Set<Integer> WHOLE = Set.of(3, 5, 7);

    private final List<Subject> subjects;
    private final TreeMap<String, List<Subject>> byCode;
    private final Map<String, NavigableSet<String>> codesByName;

    private Classification(Collection<Subject> subjects) {
        this.subjects = List.copyOf(new LinkedHashSet<>(subjects));
        this.byCode = this.subjects.stream()
                .collect(Collectors.groupingBy(Subject::code, TreeMap::new, Collectors.toUnmodifiableList()));
        this.codesByName = this.subjects.stream()
                .collect(Collectors.groupingBy(
                        subject -> SubjectName.key(subject.name()),
                        Collectors.mapping(Subject::code, Collectors.toCollection(TreeSet::new))));
    }

    /** The table that comes with the software. */
    public static Classification standard() {
        return Standard.TABLE;
    }

    /** A table of these names. */
    public static Classification of(Collection<Subject> subjects) {
        return new Classification(subjects);
    }

    /** This table with more names, for example a city's full list. */
    public Classification with(Collection<Subject> more) {
        return new Classification(
                Stream.concat(subjects.stream(), more.stream()).toList());
    }

    /** All names, in the order of the files. */
    public List<Subject> subjects() {
        return subjects;
    }

    /** Whether the table has the code, in any year. */
    public boolean knows(String code) {
        return byCode.containsKey(code);
    }

    /** The name of a code in a budget year; the closest other name when the year has none; empty for unknown codes. */
    public Optional<String> findName(String code, int year) {
        List<Subject> names = byCode.getOrDefault(code, List.of());
        return names.stream()
                .filter(subject -> subject.validIn(year))
                .max((a, b) -> Integer.compare(start(a), start(b)))
                .or(() -> names.stream().findFirst())
                .map(Subject::name);
    }

    private static int start(Subject subject) {
        return subject.from() == null ? 0 : subject.from();
    }

    /** The codes that have, in any year, this name; in ascending order. 行政运行 has many. */
    public List<String> findCodes(String name) {
        return List.copyOf(codesByName.getOrDefault(SubjectName.key(name), Collections.emptyNavigableSet()));
    }

    /** Whether the code has, in this or any other year, this name. False for unknown codes; see {@link #judge}. */
    public boolean accepts(String code, String name, int year) {
        NameMatch match = judge(code, name, year);
        return match == NameMatch.SAME || match == NameMatch.OTHER_YEAR;
    }

    /** How a printed name fits a code in a budget year. */
    public NameMatch judge(String code, String name, int year) {
        List<Subject> names = byCode.get(code);
        if (names == null) {
            return NameMatch.UNKNOWN_CODE;
        }
        String key = SubjectName.key(name);
        List<Subject> same = names.stream()
                .filter(subject -> SubjectName.key(subject.name()).equals(key))
                .toList();
        if (same.isEmpty()) {
            return NameMatch.DIFFERENT;
        }
        return same.stream().anyMatch(subject -> subject.validIn(year)) ? NameMatch.SAME : NameMatch.OTHER_YEAR;
    }

    /** How a printed name fits a code. */
    public enum NameMatch {
        /** The name of that year. */
        SAME,
        /** A name of the same code in another year. */
        OTHER_YEAR,
        /** Not a name of this code. */
        DIFFERENT,
        /** The table does not have the code: nothing can be said. */
        UNKNOWN_CODE
    }

    /** The class code (类) a row of 总表 stands for, with or without its numbering: 九、卫生健康支出 → 210. */
    public Optional<String> classOf(String rowName) {
        return findCodes(rowName).stream()
                .filter(code -> code.length() == CLASS_DIGITS && code.startsWith("2"))
                .findFirst();
    }

    /** {@link #resolve(String, String, List)} without siblings. */
    public Optional<String> resolve(String printedCode, String name) {
        return resolve(printedCode, name, List.of());
    }

    /**
     * The full code of a row whose printed code may be cut off by a narrow column.
     *
     * <p>A whole code whose name fits, or whose name the table does not know, is kept. Otherwise the codes with the
     * row's name are tried: those the printed digits begin, then those they end, then those they are left over from.
     * When several remain, the one under the same 款 or 类 as the rows before wins; when that does not decide, nothing
     * is returned.
     *
     * @param printedCode the digits that are left; may be empty
     * @param name the row's name; may be empty
     * @param siblings resolved codes of the rows before, nearest last
     * @return the code; empty when it cannot be told
     */
    public Optional<String> resolve(String printedCode, String name, List<String> siblings) {
        String printed = printedCode.replaceAll("[^0-9]", "");
        boolean whole = WHOLE.contains(printed.length());
        List<String> named = name.isBlank() ? List.of() : findCodes(name);
        if (whole && (named.isEmpty() || named.contains(printed))) {
            return Optional.of(printed);
        }
        List<Predicate<String>> damages = List.of(
                code -> code.startsWith(printed), code -> code.endsWith(printed), code -> contains(code, printed));
        for (Predicate<String> damage : damages) {
            List<String> candidates = named.stream().filter(damage).toList();
            if (!candidates.isEmpty()) {
                return choose(candidates, siblings);
            }
        }
        return whole ? Optional.of(printed) : Optional.empty();
    }

    private static Optional<String> choose(List<String> candidates, List<String> siblings) {
        if (candidates.size() == 1) {
            return Optional.of(candidates.get(0));
        }
        List<String> nearestFirst = new ArrayList<>(siblings);
        Collections.reverse(nearestFirst);
        for (int digits : new int[] {5, 3}) {
            for (String sibling : nearestFirst) {
                if (sibling.length() < digits) {
                    continue;
                }
                String parent = sibling.substring(0, digits);
                List<String> under = candidates.stream()
                        .filter(code -> code.length() == digits + 2 && code.startsWith(parent))
                        .toList();
                if (under.size() == 1) {
                    return Optional.of(under.get(0));
                }
                break;
            }
        }
        return Optional.empty();
    }

    /** Whether the digits are left over from the code: the same order, some missing. */
    private static boolean contains(String code, String digits) {
        int at = 0;
        for (int i = 0; i < code.length() && at < digits.length(); i++) {
            if (code.charAt(i) == digits.charAt(at)) {
                at++;
            }
        }
        return at == digits.length() && digits.length() >= CLASS_DIGITS;
    }

    private static final class Standard {
        private static final Classification TABLE = new Classification(ClassificationCsv.bundled());
    }
}
