package org.tongchou.platform.provider.institution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An institution of the register.
 *
 * @param code national code
 * @param name its name
 * @param kind 医院, 社区卫生服务机构, 乡镇卫生院, 诊所, 村卫生室, 其他医疗机构 or 零售药店
 * @param tcm whether it is a hospital of Chinese medicine
 * @param level level today ({@code hosp_lv})
 * @param levelName the same in words
 * @param county code of its county
 * @param countyName its name
 * @param town town or street; may be empty
 * @param address address; may be empty
 * @param creditCode unified social credit code; may be empty
 * @param longitude degrees east; null when not known
 * @param latitude degrees north; null when not known
 * @param opened since when
 * @param closed until when; null while open
 * @param agreement number of the agreement in force today; may be empty
 * @param account account it is paid to, masked; may be empty
 * @param version for changing it
 * @param createdName who entered it
 * @param createdAt when
 * @param updatedBy who changed it last
 * @param updatedAt when
 */
public record Institution(
        String code,
        String name,
        String kind,
        boolean tcm,
        String level,
        String levelName,
        String county,
        String countyName,
        String town,
        String address,
        String creditCode,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        LocalDate opened,
        @Nullable LocalDate closed,
        String agreement,
        String account,
        int version,
        String createdName,
        OffsetDateTime createdAt,
        String updatedBy,
        OffsetDateTime updatedAt) {
    /**
     * An institution that is typed in or imported; the fields of {@link Institution}.
     *
     * @param version the version that was seen; not looked at when creating
     */
    public record Request(
            @Nullable String code,
            @Nullable String name,
            @Nullable String kind,
            @Nullable Boolean tcm,
            @Nullable String level,
            @Nullable String county,
            @Nullable String town,
            @Nullable String address,
            @Nullable String creditCode,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude,
            @Nullable LocalDate opened,
            @Nullable Integer version) {}

    /**
     * Which institutions are wanted.
     *
     * @param text a part of code, name or address
     * @param kind kind
     * @param county code of the county
     * @param level level
     * @param designated whether an agreement is in force today; null for all
     */
    record Filter(
            @Nullable String text,
            @Nullable String kind,
            @Nullable String county,
            @Nullable String level,
            @Nullable Boolean designated) {}
}
