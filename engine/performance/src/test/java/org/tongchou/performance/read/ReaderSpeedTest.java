package org.tongchou.performance.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;
import org.tongchou.performance.model.PerformanceDocument;

/** Large and hostile texts take time in proportion to their size, whatever they nearly say. */
class ReaderSpeedTest {
    private static final int LARGE = 5_000_000;
    private static final int MANY = 1_000_000;
    private static final Duration SOON = Duration.ofSeconds(20);

    private static PerformanceDocument read(List<Block> blocks) {
        RawDocument raw = new RawDocument("large.txt", Medium.TEXT, blocks, List.of());
        return assertTimeoutPreemptively(
                SOON, () -> PerformanceReader.read(raw, new DocumentMeta(null, null, null, null, null, List.of())));
    }

    private static List<Block> paragraphs(String title, String phrase, int length, int size) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(title, 0, Place.line(1)));
        String paragraph = phrase.repeat(Math.max(1, length / phrase.length()));
        for (int i = 0; i < size / paragraph.length(); i++) {
            blocks.add(new Paragraph(paragraph, 0, Place.line(i + 2)));
        }
        return blocks;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "全市参保工作稳步推进",
                "1",
                "1.",
                "目标1：",
                "目标：实际完成：",
                "1）甲，目标值，实际完成",
                "“甲",
                "“甲”指标，绩效目标值",
                "甲本项目满分1分，得1分，得分原因为：乙",
                "（1）甲满分",
                "单位自评",
                "年初部门预算安排金额1",
                "总得分指标体系得分"
            })
    void reportsOfNearMatchesAreReadInTime(String phrase) {
        PerformanceDocument document = read(paragraphs("项目支出绩效评价报告", phrase + "满分权重指标分值", 40, MANY));
        assertThat(document.sheets()).isEmpty();
        assertThat(document.problems()).extracting(problem -> problem.code()).contains(ProblemCode.TABLE_TOO_LARGE);
        read(paragraphs("前言", phrase, MANY, MANY));
    }

    @Test
    void fiveMegabytesAreReadInTime() {
        read(paragraphs("前言", "全市参保工作稳步推进", 40, LARGE));
        read(paragraphs("前言", "1", LARGE, LARGE));
        read(paragraphs("项目支出绩效评价报告", "目标1：甲，实际完成：乙，指标分值", 40, LARGE));
        read(paragraphs("项目支出绩效评价报告", "甲本项目满分1分，得1分。", 40, LARGE));
    }

    @Test
    void longTablesAreReadInTime() {
        List<RawRow> rows = new ArrayList<>();
        rows.add(row(1, "项目名称", "样例项目"));
        rows.add(row(2, "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"));
        for (int i = 0; i < 20_000; i++) {
            rows.add(row(i + 3, "", "", "指标第" + i + "项", "≥" + i + "次", "3", "1", "1"));
        }
        PerformanceDocument document = read(List.of(new RawTable(rows)));
        assertThat(document.sheets()).hasSize(1);
        assertThat(document.sheets().get(0).indicators()).hasSize(20_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"项目名称", "项目资金", "主管部门", "数量指标", "合计", "全年预算数"})
    void tablesOfOneWordAreReadInTime(String word) {
        List<RawRow> rows = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            rows.add(row(i + 1, word, "1", word));
        }
        rows.add(row(50_001, "一级指标", "二级指标", "三级指标", "年度指标值", "得分"));
        rows.add(row(50_002, "产出指标", "数量指标", "样例", "≥1次", "1"));
        assertThat(read(List.of(new RawTable(rows))).sheets()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "率", "≥9", "9,9", "上年度数值：", "每差1", "（", "9/"})
    void longCellsAreReadInTime(String text) {
        String cell = text.repeat(200_000 / text.length());
        PerformanceDocument document = read(List.of(new RawTable(List.of(
                row(1, "项目名称", "样例项目"),
                row(2, "一级指标", "二级指标", "三级指标", "指标解释", "评分标准", "绩效目标值", "实际完成值", "指标分值", "得分"),
                row(3, "产出指标", "数量指标", "名称" + cell, cell, cell, cell, cell, cell, cell),
                row(4, "", "", "样例", "", "", "≥1次", "1", "1", "1")))));
        assertThat(document.sheets()).hasSize(1);
    }

    private static RawRow row(int line, String... cells) {
        return new RawRow(List.of(cells), Place.line(line));
    }
}
