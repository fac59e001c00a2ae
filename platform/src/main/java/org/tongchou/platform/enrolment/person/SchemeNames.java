package org.tongchou.platform.enrolment.person;

import java.util.Map;

/** What people call the schemes that every region has. */
public final class SchemeNames {
    private static final Map<String, String> NAMES = Map.of(
            "employee", "职工医保",
            "resident", "居民医保",
            "care", "长期护理保险",
            "retired_cadre", "离休医疗保障");

    private SchemeNames() {}

    /** Its name; a scheme of the region's own is called by its word. */
    public static String of(String scheme) {
        return NAMES.getOrDefault(scheme, scheme);
    }
}
