package org.tongchou.accounts.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tongchou.accounts.model.NarrativeFigure;

/** Whatever the text, reading ends soon and every figure points at its number. */
class NarrativeProperties {
    private static final List<String> PIECES = List.of(
            "收入", "支出", "总计", "比", "较", "上年", "决算数", "年初预算", "增加", "下降", "持平", "占", "的", "与", "完成", "各", "（", "）", "“",
            "”", "，", "；", "。", "：", "、", "\n", " ", "\t", "1", "20", "3.", ",", "456", "%", "万元", "元", "个", "辆",
            "主要原因是", "其中", "由", "到", "第", "部分", "一、", "（一）", "2101501", "公务", "用车", "接待", "（类）", "（款）", "（项）", "大于",
            "-", "/", "亿", "余", "为", "目标", "一般公共预算", "政府性基金", "没有", "A");

    @Property(tries = 300)
    void everyFigurePointsAtItsNumber(@ForAll("texts") String text) {
        for (NarrativeFigure figure : Narratives.read(text.split("\n", -1))) {
            assertThat(figure.key()).isNotEmpty();
            assertThat(figure.offset()).isBetween(0, figure.sentence().length() - 1);
            for (NarrativeFigure.Change change : figure.changes()) {
                assertThat(figure.sentence().substring(change.offset())).startsWith(change.words());
                PriorYear.implied(figure, change);
            }
        }
    }

    @Property(tries = 100)
    void anyCharactersAreRead(@ForAll String text) {
        RepeatedFacts.find(Narratives.read(text.split("\n", -1)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(120).map(pieces -> String.join("", pieces));
    }

    @Test
    void longTextTakesTimeInProportion() {
        Random random = new Random(20311121);
        StringBuilder text = new StringBuilder();
        while (text.length() < 200_000) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        assertSoon(text.toString());
    }

    @Test
    void monotonousTextTakesTimeInProportion() {
        for (String piece : List.of("1", "比上年", "（类）", "年初预算", "占", "，", "决算", "“", "1万元比上年1万元", "一", "1,", "、", " ")) {
            assertSoon(piece.repeat(50_000 / piece.length()));
        }
    }

    private static void assertSoon(String text) {
        long start = System.nanoTime();
        RepeatedFacts.find(Narratives.read(text.split("\n", -1)));
        assertThat((System.nanoTime() - start) / 1_000_000_000L).isLessThan(10);
    }
}
