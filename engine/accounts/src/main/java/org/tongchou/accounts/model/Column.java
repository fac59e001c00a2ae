package org.tongchou.accounts.model;

/**
 * A column of figures.
 *
 * @param name the header as printed, white space removed; with its group in front where the group tells it from its
 *     neighbours ({@code 本年支出小计})
 * @param role the same word for the same column in all documents, from the layout: {@code 合计, 基本支出, 项目支出, 金额 …}
 */
public record Column(String name, String role) {}
