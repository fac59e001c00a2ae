package org.tongchou.platform.region;

/**
 * A county, district or county-level city of the region.
 *
 * @param code six digits, 医保区划
 * @param name 样例县
 * @param tier a word of the fact {@code county_tier}, which decides shares of subsidies; empty when the region has none
 * @param unitId the bureau or office that looks after it: whose data scope holds the unit sees the county's people
 */
public record County(String code, String name, String tier, long unitId) {}
