package org.tongchou.accounts.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.accounts.narrative.Narratives.changes;
import static org.tongchou.accounts.narrative.Narratives.figures;

import org.junit.jupiter.api.Test;

class NarrativeReaderTest {
    @Test
    void readsTotalsInSeveralWordings() {
        assertThat(figures("2031年度收入总计 1,200.50 万元，支出总计 1，200.50 万元。")).startsWith("收入总计=1200.50万元");
        assertThat(figures("2031年度收、支总计各为 88.10 万元。")).containsExactly("收入总计=88.10万元", "支出总计=88.10万元");
        assertThat(figures("本年度收入支出总计均为 88.10 万元。")).containsExactly("收入总计=88.10万元", "支出总计=88.10万元");
        assertThat(figures("2031年收支总预算 9 万元。")).containsExactly("收入总计=9万元", "支出总计=9万元");
        assertThat(figures("样例局总收入 10 万元，总支出 9 万元。")).containsExactly("收入总计=10万元", "支出总计=9万元");
        assertThat(figures("本年收入合计 10 万元，本年支出合计 9 万元。")).containsExactly("收入合计=10万元", "支出合计=9万元");
        assertThat(figures("2031年，样例局收入预算为10万元，支出预算为10万元。")).containsExactly("收入合计=10万元", "支出合计=10万元");
    }

    @Test
    void attachesAChangeToBothFiguresOfASentence() {
        String sentence = "全年收入总计 30 万元，支出总计 30 万元，同上年决算数相比，各增加 6.00 万元，增长 25.0%。";
        assertThat(changes("收入总计", sentence)).containsExactly("上年 + 6.00 25.0%");
        assertThat(changes("支出总计", sentence)).containsExactly("上年 + 6.00 25.0%");
    }
}
