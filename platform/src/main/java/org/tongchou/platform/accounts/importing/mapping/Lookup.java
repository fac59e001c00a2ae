package org.tongchou.platform.accounts.importing.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.platform.spreadsheet.source.Titles;

/** Finds a thing by its code, by its name, or by both in one cell: {@code 2101501 行政运行}, {@code [001]市本级}. */
public final class Lookup {
    private static final Pattern LEADING_CODE =
            Pattern.compile("[\\[【(（]?([0-9A-Za-z][0-9A-Za-z.\\-]*)[\\]】)）]?[\\s\\-_—:：|/]*(.*)");

    private final Map<String, Long> byCode = new HashMap<>();
    private final Map<String, Long> byName = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    /** Adds a thing. */
    public void add(String code, String name, long id) {
        byCode.put(Titles.plain(code), id);
        String plain = Titles.plain(name);
        Long before = byName.put(plain, id);
        if (before != null && before != id) {
            ambiguous.add(plain);
        }
    }

    /** The thing that a cell names; none when nothing or more than one is meant. */
    public Optional<Long> find(String cell) {
        Optional<Long> whole = exact(Titles.plain(cell));
        if (whole.isPresent()) {
            return whole;
        }
        Matcher matcher = LEADING_CODE.matcher(cell);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String code = matcher.group(1).replaceAll("[.\\-]+$", "");
        return Optional.ofNullable(byCode.get(Titles.plain(code)));
    }

    private Optional<Long> exact(String plain) {
        Long code = byCode.get(plain);
        return code != null || ambiguous.contains(plain)
                ? Optional.ofNullable(code)
                : Optional.ofNullable(byName.get(plain));
    }
}
