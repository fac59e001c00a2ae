package org.tongchou.platform.accounts.budget;

import java.time.OffsetDateTime;

/**
 * A project with its money.
 *
 * @param id its id
 * @param bookId its book
 * @param unitId the unit that carries it out
 * @param unitName name of the unit
 * @param code project code
 * @param name project name
 * @param category kind of project
 * @param goal what it is for
 * @param active whether entries may still be posted to it
 * @param version for changing it
 * @param initialFen 年初预算
 * @param adjustedFen 全年预算
 * @param executedFen 支出
 * @param updatedBy who changed it last
 * @param updatedAt when
 */
public record ProjectRow(
        long id,
        long bookId,
        long unitId,
        String unitName,
        String code,
        String name,
        String category,
        String goal,
        boolean active,
        int version,
        long initialFen,
        long adjustedFen,
        long executedFen,
        String updatedBy,
        OffsetDateTime updatedAt) {}
