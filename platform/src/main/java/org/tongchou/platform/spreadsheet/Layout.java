package org.tongchou.platform.spreadsheet;

import java.util.List;

/**
 * What an exported table looks like.
 *
 * @param title title above the table, also the name of the sheet and of the file: {@code 2024年度支出明细}
 * @param note line below the title: unit of money, filters in force: {@code 单位：元}
 * @param columns columns in order
 * @param footer last line: who exported it and when, {@link #footer}
 */
public record Layout(String title, String note, List<Column> columns, String footer) {
    /** Copies the list. */
    public Layout {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("no columns");
        }
    }

    /** The usual footer: {@code 导出人：张三（zhangsan）　导出时间：2026-01-05 09:30}. */
    public static String footer(String displayName, String userName, java.time.LocalDateTime when) {
        return "导出人：" + displayName + "（" + userName + "）　导出时间："
                + java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                        .format(when);
    }
}
