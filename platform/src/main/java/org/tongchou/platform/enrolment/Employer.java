package org.tongchou.platform.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit that enrols people: an employer, a school for its students, a village for its residents.
 *
 * @param id its id
 * @param code 统一社会信用代码
 * @param name name
 * @param kind 机关, 事业单位, 企业, 社会组织, 个体工商户, 学校, 村居
 * @param county six digits
 * @param registered since when it takes part
 * @param closed last day; null while it goes on
 */
public record Employer(
        long id,
        String code,
        String name,
        String kind,
        String county,
        LocalDate registered,
        @Nullable LocalDate closed) {}
