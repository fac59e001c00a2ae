package org.tongchou.benefit.funding;

/**
 * The insured residents of a county (区县).
 *
 * @param county its name
 * @param tier its tier for the subsidy, the fact {@code county_tier}; empty when the region has no tiers
 * @param expected heads for which the advance is paid, 0 or more
 * @param counted heads that were counted in the end, 0 or more
 */
public record CountyHeads(String county, String tier, long expected, long counted) {}
