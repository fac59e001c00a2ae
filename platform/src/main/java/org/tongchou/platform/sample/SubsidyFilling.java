package org.tongchou.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.contribution.SubsidyYears;
import org.tongchou.platform.sample.plan.RegionPlan;
import org.tongchou.platform.web.Refusal;

/** Fiscal subsidies for residents: last year's advanced and cleared between the levels, this year's advanced. */
@Component
class SubsidyFilling {
    /** The policy does not say enough. */
    private static final String INCOMPLETE = "E-CON-011";

    private final SubsidyYears subsidies;

    SubsidyFilling(SubsidyYears subsidies) {
        this.subsidies = subsidies;
    }

    List<Step> steps(RegionPlan plan, Makers makers) {
        List<Step> steps = new ArrayList<>();
        LocalDate today = plan.setting().day();
        for (int year = today.getYear() - 1; year <= today.getYear(); year++) {
            int of = year;
            LocalDate granted = LocalDate.of(year, 3, 20);
            LocalDate cleared = LocalDate.of(year + 1, 5, 20);
            if (!granted.isAfter(today)) {
                steps.add(step("advance/" + year, year + " 年财政补助预拨", () -> {
                    subsidies.expect(makers.clerk(), of, LocalDate.of(of, 1, 1));
                    subsidies.advance(makers.clerk(), makers.second(), of, granted, document(of, 1));
                }));
            }
            if (!cleared.isAfter(today)) {
                steps.add(step("clearing/" + year, year + " 年财政补助清算", () -> {
                    subsidies.confirm(makers.clerk(), of, LocalDate.of(of, 12, 31));
                    subsidies.clear(makers.clerk(), makers.second(), of, cleared, document(of + 1, 2));
                }));
            }
        }
        return steps;
    }

    private static String document(int year, int number) {
        return "样财社〔" + year + "〕" + number + " 号";
    }

    /** Granting again what is granted gives nothing, so the work may be done twice; a policy without shares has no grants. */
    private static Step step(String name, String title, Runnable work) {
        return Step.own("subsidy/" + name, title, () -> {
            try {
                work.run();
            } catch (Refusal refusal) {
                if (!refusal.code().equals(INCOMPLETE)) {
                    throw refusal;
                }
            }
        });
    }
}
