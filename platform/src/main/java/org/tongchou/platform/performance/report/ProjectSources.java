package org.tongchou.platform.performance.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongchou.money.MoneyUnit;
import org.tongchou.platform.accounts.ProjectMoney;
import org.tongchou.platform.accounts.Projects;
import org.tongchou.platform.performance.IndicatorSource;
import org.tongchou.platform.performance.sheet.Funds;
import org.tongchou.platform.performance.sheet.Money;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.web.Actor;

/** The values that the books of projects and the forms of performance give. */
@Configuration(proxyBeanMethods = false)
class ProjectSources {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A source made of a function. */
    private record Source(String key, String label, String unit, String meaning, Function<Query, Optional<Value>> ask)
            implements IndicatorSource {
        @Override
        public Optional<Value> value(Query about) {
            return ask.apply(about);
        }
    }

    @Bean
    IndicatorSource projectExecutionRate(Projects projects) {
        return new Source(
                "project.execution-rate",
                "本项目预算执行率",
                "%",
                "本项目全年执行数 ÷ 全年预算数",
                about -> rate(one(projects, about), about));
    }

    @Bean
    IndicatorSource projectExecuted(Projects projects) {
        return new Source("project.executed", "本项目全年支出", "万元", "本项目全年执行数", about -> {
            List<ProjectMoney> own = one(projects, about);
            Money.Row total = Funds.of(own).total();
            return own.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new IndicatorSource.Value(
                            wan(total.executedFen()), "全年执行 " + wan(total.executedFen()) + " 万元", link(about)));
        });
    }

    @Bean
    IndicatorSource unitExecutionRate(Projects projects) {
        return new Source(
                "unit.execution-rate",
                "项目支出预算执行率",
                "%",
                "本单位及所属单位全部项目的全年执行数 ÷ 全年预算数",
                about -> rate(all(projects, about), about));
    }

    @Bean
    IndicatorSource unitProjectsBegun(Projects projects) {
        return new Source("unit.projects-begun", "项目开工率", "%", "已有支出的项目个数 ÷ 有预算的项目个数", about -> {
            List<ProjectMoney> budgeted = all(projects, about).stream()
                    .filter(project -> Funds.of(List.of(project)).total().adjustedFen() > 0)
                    .toList();
            long begun = budgeted.stream()
                    .filter(project -> Funds.of(List.of(project)).total().executedFen() > 0)
                    .count();
            return share(begun, budgeted.size(), "已有支出的项目", "有预算的项目", "/execution/progress");
        });
    }

    @Bean
    IndicatorSource unitTargetsApproved(Projects projects, SheetStore sheets) {
        return new Source("unit.targets-approved", "绩效目标批复覆盖率", "%", "已批复绩效目标的项目个数 ÷ 项目个数", about -> {
            long approved = sheets.approved(about.unitIds(), about.year()).stream()
                    .filter(sheet -> !sheet.whole())
                    .count();
            return share(
                    approved,
                    all(projects, about).size(),
                    "已批复目标的项目",
                    "项目",
                    "/performance/targets?year=" + about.year());
        });
    }

    private static List<ProjectMoney> one(Projects projects, IndicatorSource.Query about) {
        return about.projectId() == 0 ? List.of() : List.of(projects.get(Actor.SYSTEM, about.projectId()));
    }

    private static List<ProjectMoney> all(Projects projects, IndicatorSource.Query about) {
        return projects.list(Actor.SYSTEM, about.year()).stream()
                .filter(project -> about.unitIds().contains(project.unitId()))
                .toList();
    }

    private static Optional<IndicatorSource.Value> rate(List<ProjectMoney> projects, IndicatorSource.Query about) {
        Money.Row total = Funds.of(projects).total();
        BigDecimal rate = total.rate();
        return rate == null
                ? Optional.empty()
                : Optional.of(new IndicatorSource.Value(
                        rate,
                        "全年执行 " + wan(total.executedFen()) + " 万元 ÷ 全年预算 " + wan(total.adjustedFen()) + " 万元",
                        link(about)));
    }

    private static Optional<IndicatorSource.Value> share(
            long part, long whole, String partName, String wholeName, String link) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(new IndicatorSource.Value(
                        BigDecimal.valueOf(part)
                                .multiply(HUNDRED)
                                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP),
                        partName + " " + part + " 个 ÷ " + wholeName + " " + whole + " 个",
                        link));
    }

    private static BigDecimal wan(long fen) {
        return org.tongchou.money.Money.ofFen(fen).in(MoneyUnit.WAN_YUAN, 2, org.tongchou.money.Rounding.HALF_UP);
    }

    private static String link(IndicatorSource.Query about) {
        return about.projectId() == 0 ? "/execution/progress" : "/execution/expenses?projectId=" + about.projectId();
    }
}
