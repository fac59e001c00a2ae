package org.tongchou.platform.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.catalogue.CatalogueSample;
import org.tongchou.platform.intake.Lists;
import org.tongchou.platform.intake.Lists.NewList;
import org.tongchou.platform.provider.Designations;
import org.tongchou.platform.provider.Designations.Designation;
import org.tongchou.platform.sample.plan.RegionPlan;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedProvider;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedProvider.Standing;

/** Hospitals, clinics, pharmacies and village posts with their people and agreements; the catalogue. */
@Component
class ProviderFilling {
    private static final int PART = 20;
    private static final int LEAST_POINTS = 86;
    private static final BigDecimal DEPOSIT = new BigDecimal("0.05");

    private final Lists lists;
    private final Designations designations;
    private final CatalogueSample catalogue;

    ProviderFilling(Lists lists, Designations designations, CatalogueSample catalogue) {
        this.lists = lists;
        this.designations = designations;
        this.catalogue = catalogue;
    }

    List<Step> steps(RegionPlan plan, Makers makers) {
        List<Step> steps = new ArrayList<>();
        steps.add(list("institutions", "导入医药机构", makers, institutions(plan)));
        steps.add(list("staff", "导入医务人员", makers, staff(plan)));
        steps.add(list("villages", "导入行政村和服务机构", makers, villages(plan)));
        List<PlannedProvider> wanted = plan.providers().stream()
                .filter(provider -> provider.standing() != Standing.NONE)
                .toList();
        for (int from = 0; from < wanted.size(); from += PART) {
            int first = from;
            List<PlannedProvider> some = wanted.subList(from, Math.min(from + PART, wanted.size()));
            steps.add(Step.of("agreements/" + from, "签订服务协议", () -> {
                for (int i = 0; i < some.size(); i++) {
                    agree(plan, makers, some.get(i), first + i);
                }
            }));
        }
        steps.add(Step.of(
                "catalogue",
                "发布样例目录",
                () -> catalogue.load(
                        makers.clerk(),
                        makers.second(),
                        LocalDate.of(plan.setting().year() - 1, 1, 1))));
        return steps;
    }

    private Step list(String name, String title, Makers makers, NewList list) {
        return Step.own(name, title, () -> lists.bring(makers.clerk(), makers.second(), list));
    }

    private static NewList institutions(RegionPlan plan) {
        return new NewList(
                "provider.institutions",
                Map.of(),
                "医药机构.csv",
                List.of("机构编码", "机构名称", "机构类别", "等级", "中医机构", "区县", "乡镇街道", "地址", "开业日期"),
                plan.providers().stream()
                        .map(each -> List.of(
                                each.code(),
                                each.name(),
                                each.kind(),
                                each.level(),
                                each.tcm() ? "是" : "否",
                                each.county(),
                                each.town(),
                                each.town() + "样例路 "
                                        + Integer.parseInt(each.code().substring(7)) + " 号",
                                each.opened().toString()))
                        .toList());
    }

    private static NewList staff(RegionPlan plan) {
        return new NewList(
                "provider.staff",
                Map.of(),
                "医务人员.csv",
                List.of("人员编码", "姓名", "职称", "专业", "执业机构", "科室", "执业开始日期"),
                plan.staff().stream()
                        .map(each -> List.of(
                                each.code(),
                                each.name(),
                                each.title(),
                                each.department(),
                                each.provider(),
                                each.department(),
                                each.begins().toString()))
                        .toList());
    }

    private static NewList villages(RegionPlan plan) {
        return new NewList(
                "provider.villages",
                Map.of(),
                "行政村.csv",
                List.of("村编码", "村名", "乡镇街道", "人口", "服务机构"),
                plan.villages().stream()
                        .map(each -> List.of(
                                each.code(),
                                each.name(),
                                each.town(),
                                Integer.toString(each.people()),
                                each.provider()))
                        .toList());
    }

    private void agree(RegionPlan plan, Makers makers, PlannedProvider provider, int number) {
        int year = plan.setting().year();
        long agreement = designations.designate(
                makers.clerk(),
                makers.second(),
                new Designation(
                        provider.code(),
                        LocalDate.of(year - 2, 12, 1 + number % 20),
                        LEAST_POINTS + number * 7 % 13,
                        "按样例市定点医药机构服务协议文本执行（合成）",
                        "样协〔" + (year - 1) + "〕" + (number + 1) + " 号",
                        LocalDate.of(year - 1, 1, 1),
                        LocalDate.of(number % 12 == 5 ? year : year + 1, 12, 31),
                        DEPOSIT,
                        "第三十二条（合成）"));
        if (provider.standing() == Standing.SUSPENDED) {
            LocalDate from = plan.setting().day().minusMonths(1);
            designations.suspend(
                    makers.clerk(),
                    makers.second(),
                    agreement,
                    from,
                    from.plusMonths(3).isAfter(LocalDate.of(year, 12, 31))
                            ? LocalDate.of(year, 12, 31)
                            : from.plusMonths(3),
                    "进销存记录不完整，限期整改");
        }
    }
}
