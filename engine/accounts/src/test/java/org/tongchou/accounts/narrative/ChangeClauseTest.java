package org.tongchou.accounts.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.accounts.narrative.Narratives.changes;
import static org.tongchou.accounts.narrative.Narratives.figures;
import static org.tongchou.accounts.narrative.Narratives.one;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.tongchou.accounts.model.NarrativeFigure;

/** What sentences say of the change of a figure. */
class ChangeClauseTest {
    private static final String RUNNING = "机关运行经费";

    private static NarrativeFigure.Change change(String words) {
        return one(RUNNING, "机关运行经费 20 万元，" + words + "。").changes().get(0);
    }

    private static String read(String words) {
        return String.join("；", changes(RUNNING, "机关运行经费 20 万元，" + words + "。"));
    }

    @Test
    void readsAmountAndPercentage() {
        assertThat(read("比上年决算数减少 5.00 万元，下降 20.0%")).isEqualTo("上年 - 5.00 20.0%");
        assertThat(read("较上年增加5万元，增长33.3%")).isEqualTo("上年 + 5 33.3%");
        assertThat(read("比 2030 年度决算数净增加 5 万元（增长33.3%）")).isEqualTo("上年 + 5 33.3%");
        assertThat(read("与上年执行数相比，减少 5 万元，降低 20%")).isEqualTo("上年 - 5 20%");
        assertThat(read("同比增长 12%")).isEqualTo("上年 + 12%");
        assertThat(read("较去年提高 12%，增加 2.1 万元")).isEqualTo("上年 + 2.1 12%");
        assertThat(read("比上年决算数增加 1.59 万元")).isEqualTo("上年 + 1.59");
        assertThat(read("比上年决算数增长131.96%")).isEqualTo("上年 + 131.96%");
        assertThat(read("较上年较上年决算数增加 2 万元，增长 11.1%")).isEqualTo("上年 + 2 11.1%");
        assertThat(read("比上年增加 2 万元，增幅为 11.1%")).isEqualTo("上年 + 2 11.1%");
        assertThat(read("比上年增长 -5 万元，增长 -20%")).isEqualTo("上年 - 5 20%");
    }

    @Test
    void readsTheBase() {
        assertThat(read("比年初预算的 25 万元下降 20%")).isEqualTo("年初预算 - 20% 对比25");
        assertThat(read("较年初预算数减少 5 万元，下降20%")).isEqualTo("年初预算 - 5 20%");
        assertThat(read("与全年预算数持平，与上年决算数持平")).isEqualTo("全年预算 0；上年 0");
        assertThat(read("与年初预算的 20 万元持平")).isEqualTo("年初预算 0 对比20");
        assertThat(read("完成全年预算的 100.00%；较上年减少 5 万元，下降 20%")).isEqualTo("全年预算 完成 100.00%；上年 - 5 20%");
        assertThat(read("完成年初预算的80%")).isEqualTo("年初预算 完成 80%");
        assertThat(read("为预算的 80%")).isEqualTo("预算 完成 80%");
        assertThat(read("完成调整后预算的 99%")).isEqualTo("调整预算 完成 99%");
        assertThat(read("占年初预算的 80%")).isEqualTo("年初预算 完成 80%");
        assertThat(read("决算数小于年初预算数的主要原因是节约")).isEqualTo("年初预算 -");
    }

    @Test
    void attachesAChangeToBothFiguresOfASentence() {
        String sentence = "全年收入总计 30 万元，支出总计 30 万元，同上年决算数相比，各增加 6.00 万元，增长 25.0%。";
        assertThat(changes("收入总计", sentence)).containsExactly("上年 + 6.00 25.0%");
        assertThat(changes("支出总计", sentence)).containsExactly("上年 + 6.00 25.0%");
    }

    @Test
    void attachesAChangeInTheNextSentenceToTheFigureItNames() {
        String[] text = {"2031年度收、支总计各 30 万元。与2030年度相比，收、支总计各增加 6 万元，增长 25%。"};
        assertThat(changes("收入总计", text)).containsExactly("上年 + 6 25%");
        NarrativeFigure figure = one("支出总计", text);
        NarrativeFigure.Change change = figure.changes().get(0);
        assertThat(figure.sentence()).startsWith("2031年度").endsWith("增长 25%。");
        assertThat(figure.sentence().substring(change.offset())).startsWith(change.words());
        assertThat(changes("收入合计", "本年收入合计 30 万元，其中：其他收入 1 万元。", "本年收入比上年增加 6 万元，增长 25%。"))
                .containsExactly("上年 + 6 25%");
    }

    @Test
    void leavesReasonsAlone() {
        assertThat(figures("机关运行经费 20 万元，比上年增加 2 万元，主要原因是人员增加 3 人，水电费增加 1.5 万元，增长 7%。"))
                .startsWith("机关运行经费=20万元")
                .contains("人员增加=3人", "水电费增加=1.5万元");
        assertThat(read("比上年增加 2 万元，主要原因是水电费增加 1.5 万元，增长 7%")).isEqualTo("上年 + 2");
    }

    @Test
    void takesTheOutturnBesideTheBudget() {
        String sentence = "“三公”经费支出预算为 25 万元，支出决算为 20 万元，完成预算的 80%。";
        assertThat(figures(sentence)).containsExactly("预算/三公合计=25万元", "三公合计=20万元");
        assertThat(changes("三公合计", sentence)).containsExactly("预算 完成 80% 对比25");
        String other = "一般公共预算财政拨款支出年初预算为 40 万元，支出决算为 50 万元，完成年初预算的 125%。";
        assertThat(figures(other)).containsExactly("年初预算/一般公共预算支出=40万元", "一般公共预算支出=50万元");
        assertThat(changes("一般公共预算支出", other)).containsExactly("年初预算 完成 125% 对比40");
    }

    @Test
    void convertsDifferencesInAnotherUnit() {
        NarrativeFigure.Change change = change("比上年增加 5000.00 元");
        assertThat(change.amount()).isEqualByComparingTo("0.5");
        assertThat(change.amountDecimals()).isEqualTo(6);
        assertThat(change("比上年增加 2 亿元，增长 5%").amount())
                .as("too coarse to be compared")
                .isNull();
    }

    @Test
    void saysWhereTheClauseStands() {
        NarrativeFigure figure = one(RUNNING, "机关运行经费 20 万元，比上年减少 5 万元，下降 20%，主要是节约。");
        NarrativeFigure.Change change = figure.changes().get(0);
        assertThat(change.words()).isEqualTo("比上年减少 5 万元，下降 20%");
        assertThat(figure.sentence().substring(change.offset())).startsWith(change.words());
        assertThat(change.percentDirection()).isEqualTo(-1);
        assertThat(change("比上年减少 5 万元，即 20%").percent())
                .as("not said to be a change")
                .isNull();
    }

    @Test
    void impliesTheFigureOfTheYearBefore() {
        assertThat(implied("比上年减少 5.50 万元")).isEqualByComparingTo("25.50");
        assertThat(implied("比上年增加 5.50 万元，增长 37.9%")).isEqualByComparingTo("14.50");
        assertThat(implied("与上年决算数持平")).isEqualByComparingTo("20");
        NarrativeFigure figure = one(RUNNING, "机关运行经费 20 万元，比上年增长 5%，完成预算的 90%。");
        assertThat(figure.changes())
                .hasSize(2)
                .allSatisfy(
                        change -> assertThat(PriorYear.implied(figure, change)).isEmpty());
    }

    private static BigDecimal implied(String words) {
        NarrativeFigure figure = one(RUNNING, "机关运行经费 20 万元，" + words + "。");
        return PriorYear.implied(figure, figure.changes().get(0)).orElseThrow();
    }

    @Test
    void doesNotTakeALevelForAChange() {
        assertThat(figures("第三部分 情况说明", "窗口数量由 3 个增加到 8 个。")).containsExactly("窗口数量（原）=3个", "窗口数量=8个");
    }
}
