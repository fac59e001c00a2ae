package org.tongchou.platform.region;

import java.time.LocalDate;

/**
 * How many people a county has in a year, as last told.
 *
 * @param county code of the county
 * @param year the year, at its end
 * @param registered 户籍人口
 * @param resident 常住人口
 * @param source document the figures come from
 * @param sourceDate day of the document
 */
public record Population(
        String county, int year, long registered, long resident, String source, LocalDate sourceDate) {}
