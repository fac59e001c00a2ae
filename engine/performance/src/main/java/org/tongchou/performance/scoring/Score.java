package org.tongchou.performance.scoring;

import java.math.BigDecimal;

/**
 * Points that a rule gives.
 *
 * @param points from 0 to the weight, rounded as the rule says
 * @param explanation one Chinese sentence with the numbers
 */
public record Score(BigDecimal points, String explanation) {}
