package org.tongchou.platform.provider.village;

import org.jspecify.annotations.Nullable;

/**
 * A village on a day.
 *
 * @param code twelve digits
 * @param name its name
 * @param town town; may be empty
 * @param county code of the county
 * @param people people who live there
 * @param posts institutions that serve it, with or without an agreement
 * @param covered whether one of them has an agreement in force
 */
public record Village(String code, String name, String town, String county, int people, String posts, boolean covered) {
    /**
     * Which villages are wanted.
     *
     * @param text a part of code, name or town
     * @param county code of the county
     * @param covered whether they are covered today; null for all
     */
    record Filter(
            @Nullable String text,
            @Nullable String county,
            @Nullable Boolean covered) {}

    /**
     * Coverage of a county.
     *
     * @param county its code
     * @param countyName its name
     * @param villages villages
     * @param covered villages with a provider under an agreement
     * @param people people of all villages
     * @param coveredPeople people of the covered ones
     */
    record Coverage(String county, String countyName, long villages, long covered, long people, long coveredPeople) {}

    /**
     * A village that is typed in, with the institution that serves it.
     *
     * @param code twelve digits, beginning with the county's six
     * @param name its name
     * @param town town
     * @param people people who live there
     * @param institution code of the institution that serves it; none when empty
     */
    public record Request(
            @Nullable String code,
            @Nullable String name,
            @Nullable String town,
            @Nullable Integer people,
            @Nullable String institution) {}
}
