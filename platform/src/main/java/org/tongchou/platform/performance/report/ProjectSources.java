package org.tongchou.platform.performance.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongchou.money.MoneyUnit;
import org.tongchou.platform.accounts.Projects;
import org.tongchou.platform.accounts.Spending;
import org.tongchou.platform.performance.IndicatorSource;
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
    IndicatorSource projectExecutionRate(Spending spending) {
        return new Source(
                "project.execution-rate",
                "本项目预算执行率",
                "%",
                "本项目执行数 ÷ 全年预算数",
                about -> rate(sums(spending, about), about));
    }

    @Bean
    IndicatorSource projectExecuted(Spending spending) {
        return new Source("project.executed", "本项目支出", "万元", "本项目执行数", about -> {
            if (about.projectId() == 0) {
                return Optional.empty();
            }
            BigDecimal executed = wan(executed(sums(spending, about)));
            return Optional.of(new IndicatorSource.Value(
                    executed, "截至 " + about.until() + " 执行 " + executed + " 万元", link(about)));
        });
    }

    @Bean
    IndicatorSource unitExecutionRate(Spending spending) {
        return new Source(
                "unit.execution-rate",
                "项目支出预算执行率",
                "%",
                "本单位及所属单位全部项目的执行数 ÷ 全年预算数",
                about -> rate(ofProjects(spending, about), about));
    }

    @Bean
    IndicatorSource unitProjectsBegun(Spending spending) {
        return new Source("unit.projects-begun", "项目开工率", "%", "已有支出的项目个数 ÷ 有预算的项目个数", about -> {
            List<List<Spending.Sum>> budgeted =
                    ofProjects(spending, about).stream()
                            .collect(Collectors.groupingBy(Spending.Sum::projectId))
                            .values()
                            .stream()
                            .filter(project -> adjusted(project) > 0)
                            .toList();
            long begun =
                    budgeted.stream().filter(project -> executed(project) > 0).count();
            return share(begun, budgeted.size(), "已有支出的项目", "有预算的项目", "/execution/progress");
        });
    }

    @Bean
    IndicatorSource unitTargetsApproved(Projects projects, SheetStore sheets) {
        return new Source("unit.targets-approved", "绩效目标批复覆盖率", "%", "已批复绩效目标的项目个数 ÷ 项目个数", about -> {
            long approved = sheets.approved(about.unitIds(), about.year()).stream()
                    .filter(sheet -> !sheet.whole())
                    .count();
            long all = projects.list(Actor.SYSTEM, about.year()).stream()
                    .filter(project -> about.unitIds().contains(project.unitId()))
                    .count();
            return share(approved, all, "已批复目标的项目", "项目", "/performance/targets?year=" + about.year());
        });
    }

    private static List<Spending.Sum> sums(Spending spending, IndicatorSource.Query about) {
        return spending.sums(
                new Spending.Scope(about.unitIds(), about.year(), about.projectId(), about.until(), Spending.ALL));
    }

    private static List<Spending.Sum> ofProjects(Spending spending, IndicatorSource.Query about) {
        return spending
                .sums(new Spending.Scope(about.unitIds(), about.year(), null, about.until(), Spending.ALL))
                .stream()
                .filter(sum -> sum.projectId() != 0)
                .toList();
    }

    private static long adjusted(List<Spending.Sum> sums) {
        return sums.stream().mapToLong(Spending.Sum::adjustedFen).sum();
    }

    private static long executed(List<Spending.Sum> sums) {
        return sums.stream().mapToLong(Spending.Sum::executedFen).sum();
    }

    private static Optional<IndicatorSource.Value> rate(List<Spending.Sum> sums, IndicatorSource.Query about) {
        BigDecimal rate = Money.Row.rate(adjusted(sums), executed(sums));
        return rate == null
                ? Optional.empty()
                : Optional.of(new IndicatorSource.Value(
                        rate,
                        "截至 " + about.until() + " 执行 " + wan(executed(sums)) + " 万元 ÷ 全年预算 " + wan(adjusted(sums))
                                + " 万元",
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
