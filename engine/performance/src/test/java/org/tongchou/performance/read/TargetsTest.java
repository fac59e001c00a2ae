package org.tongchou.performance.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.Target;

class TargetsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "≥19家||建成服务站|≥|19|家",
                "≥ 19 家||建成服务站|≥|19|家",
                "＝100％||投诉办结情况|=|100|%",
                "≥９５．５％||覆盖情况|≥|95.5|%",
                "＜＝30分钟||响应时间|≤|30|分钟",
                ">=95%||覆盖情况|≥|95|%",
                "$\\geq 70\\%$||覆盖情况|≥|70|%",
                "不低于95%||覆盖情况|≥|95|%",
                "95%以上||覆盖情况|≥|95|%",
                "30日以内||办结时间|≤|30|日",
                "1.00|1份|文件汇编|≥|1.00|份",
                "90|≥90%|群众评价|≥|90|%",
                "90||群众满意度|≥|90|%",
                "＞1,200人次||培训|>|1200|人次",
                "≥1，200人次||培训|≥|1200|人次",
                "≥100100%||参保率|≥|100|%",
                "≤0起0起||未及时|≤|0|起",
                "≠0人||虚报人数|=|0|人",
                "=0件||投诉件数|=|0|件",
                "≥0.95||办结情况|≥|0.95|"
            })
    void readsNumbers(String printed, String standard, String name, String sign, String value, String unit) {
        Target target = Targets.parse(printed, standard == null ? "" : standard, name);
        assertThat(target.read()).isEqualTo(Operator.find(sign).orElseThrow());
        assertThat(Read.plain(target.value())).isEqualTo(value);
        assertThat(target.unit()).isEqualTo(unit == null ? "" : unit);
    }

    @ParameterizedTest
    @CsvSource({"显著提升", "≥95%或者全部办结", "13个管理部全部购买服务到位", "≥95% ≥90%", "90/95"})
    void readsOtherTextAsWords(String printed) {
        Target target = Targets.parse(printed, "", "服务");
        assertThat(target.inWords()).isTrue();
        assertThat(target.printed()).isEqualTo(printed.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", "-", "——", "/"})
    void blanksAreNoTargets(String printed) {
        assertThat(Targets.parse(printed, "", "服务")).isEqualTo(Target.NONE);
        assertThat(Targets.actual(printed, Targets.parse("≥1次", "", ""))).isEqualTo(Actual.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "≥1.7万人, 19700人, 1.9700",
        "≥1.7万人, 1.97万人, 1.97",
        "≥17000人, 1.97万人, 19700",
        "≥1.7万人, 1.97, 1.97",
        "≥2亿元, 19000万元, 1.9000",
        "≥5次, －３, -3",
        "≤5%, -2.3%, -2.3",
        "≥95%, 95.50％, 95.50"
    })
    void bringsWhatWasReachedToTheTargetsUnit(String target, String actual, String value) {
        Target aim = Targets.parse(target, "", "");
        Actual done = Targets.actual(actual, aim);
        assertThat(Read.plain(done.value())).isEqualTo(value);
        assertThat(Targets.mismatch(actual, aim)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "≥95%, 0.96, 百分数",
        "≥0.95, 96%, 百分数",
        "≥95%, 96次, 百分数",
        "≥5次, 96%, 百分数",
        "≥1.7万人, 19700, 漏写“万”",
        "≥2亿元, 19000, 漏写“亿”"
    })
    void saysWhyNumbersCannotBeCompared(String target, String actual, String why) {
        assertThat(Targets.mismatch(actual, Targets.parse(target, "", "")))
                .get()
                .asString()
                .contains(why);
    }

    @Test
    void namesWhatIsWrongWithATarget() {
        assertThat(Targets.slip("=100100%")).contains(Targets.Slip.DOUBLED);
        assertThat(Targets.slip("≤0起0起")).contains(Targets.Slip.DOUBLED);
        assertThat(Targets.slip("≥95% ≥90%")).contains(Targets.Slip.TWO);
        assertThat(Targets.slip("90/95")).contains(Targets.Slip.TWO);
        assertThat(Targets.slip("≠0人")).contains(Targets.Slip.MISREAD);
        assertThat(Targets.slip("≥19家")).isEmpty();
        assertThat(Targets.slip("")).isEmpty();
    }
}
