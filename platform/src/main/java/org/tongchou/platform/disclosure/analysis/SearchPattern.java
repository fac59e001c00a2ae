package org.tongchou.platform.disclosure.analysis;

import org.jspecify.annotations.Nullable;

/** What people type into a search field as a pattern for {@code ilike}. */
public final class SearchPattern {
    private SearchPattern() {}

    /** Anything that contains the words as they are typed; null, for anything at all, when there are none. */
    public static @Nullable String of(@Nullable String words) {
        return words == null || words.isBlank()
                ? null
                : "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
