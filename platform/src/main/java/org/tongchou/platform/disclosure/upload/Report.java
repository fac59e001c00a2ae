package org.tongchou.platform.disclosure.upload;

import java.util.Locale;
import org.tongchou.platform.web.Refusal;

/** The reports of an audit. */
enum Report {
    /** One page for people. */
    HTML,
    /** A workbook: summary, findings, all checks, every figure, and the tables with marked cells. */
    XLSX,
    /** Everything for programs. */
    JSON;

    /** The one with this name; refuses others. */
    static Report of(String name) {
        for (Report report : values()) {
            if (report.ending().equals(name)) {
                return report;
            }
        }
        throw Refusal.field("E-DIS-034", "报告格式", name, "html、xlsx 或 json");
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
