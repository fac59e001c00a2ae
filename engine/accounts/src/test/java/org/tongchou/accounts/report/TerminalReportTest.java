package org.tongchou.accounts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalReportTest {
    private static final AuditedFile SAMPLE = SampleAudit.of("样例市医疗保障局");

    @Test
    void tellsTheWorstWithPlaceExpectedFoundAndDifference() {
        assertThat(String.join("\n", new TerminalReport(false, false).lines(SAMPLE)))
                .isEqualTo("""
                        样例市医疗保障局 2024 年度部门决算  in/sample.txt
                          金额单位 万元 · 编制单位 2 个（25 人） · 表格 3 张 · 表内数据 12 个 · 文字数据 1 个
                          相符 1  不符 1  提示 1  未查 1  读取问题 1
                           1. [不符] 支出表 208 行合计 89.01 与基本支出、项目支出之和 90.01 相差 -1.00 万元
                              可疑  支出 · 社会保障和就业支出 · 本年支出合计（L11 第3格）
                              位置  L11 第3格、L11 第4格、L40
                              数字  列示 89.01，应为 90.01，相差 -1.00，允许 0.015（万元）
                              检查  T03.row/208（文件自相矛盾）
                           2. [提示] 正文单位名称与封面不一致
                              位置  L44
                              关系  正文单位名称与封面一致
                              检查  N.wording（可能有合理解释）
                          读取问题
                              W-ACC-014 L12 第1格：科目编码“208050”少一位，按名称识别为 2080505""");
    }

    @Test
    void listsEverythingWhenAsked() {
        assertThat(new TerminalReport(false, true).lines(SAMPLE))
                .contains("      [未查] T07.total  没有找到三公经费表", "      [相符] T03.total  支出 合计 = 208");
    }

    @Test
    void saysWhyAFileCannotBeAudited() {
        assertThat(new TerminalReport(false, false).lines(SampleAudit.unreadable("空.txt")))
                .containsExactly("空.txt  空.txt", "  无法审核", "  读取问题", "      E-ACC-001：文件为空");
    }

    @Test
    void sendsNoControlCharactersFromTheDocumentToTheTerminal() {
        List<String> lines = new TerminalReport(false, true).lines(SampleAudit.of("局\u001b[2J\u0007\r\n"));
        assertThat(lines).noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
    }

    @Test
    void addsUpOnlyWhatCouldBeAudited() {
        List<Summary> summaries = List.of(
                Summary.of(SAMPLE.audit()),
                Summary.of(SampleAudit.unreadable("空.txt").audit()));
        assertThat(new TerminalReport(false, false).total(summaries)).isEqualTo("共 2 份文件：不符 1，提示 1，无法审核 1 份");
    }
}
