package org.tongchou.platform.accounts.book;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.classification.Subject;

/** The codes of the classification that entries may have. */
@Component
public class Subjects {
    private final Classification classification = Classification.standard();
    private final Map<String, List<Subject>> byCode =
            classification.subjects().stream().collect(Collectors.groupingBy(Subject::code));

    /** Whether a code is known and in use in a budget year. */
    public boolean isValid(String code, int year) {
        return byCode.getOrDefault(code, List.of()).stream().anyMatch(subject -> subject.validIn(year));
    }

    /** The name of a code in a budget year; empty for unknown codes. */
    public String name(String code, int year) {
        return classification.findName(code, year).orElse("");
    }

    /** The codes of one length that begin with these digits and are in use in a year, ascending, with their names. */
    List<Named> list(String prefix, int digits, int year) {
        return byCode.keySet().stream()
                .filter(code -> code.length() == digits && code.startsWith(prefix) && isValid(code, year))
                .map(code -> new Named(code, name(code, year)))
                .sorted(Comparator.comparing(Named::code))
                .toList();
    }

    /**
     * A code and its name.
     *
     * @param code digits
     * @param name its name in that year
     */
    record Named(String code, String name) {}
}
