package org.tongchou.platform.performance.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongchou.platform.accounts.ProjectMoney;
import org.tongchou.platform.accounts.Projects;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.performance.sheet.Money.Row;
import org.tongchou.platform.web.Actor;

/** The money of sheets, live from the books. */
@Component
public class Funds {
    private final Projects projects;
    private final Units units;

    Funds(Projects projects, Units units) {
        this.projects = projects;
        this.units = units;
    }

    /** The money of one sheet now: of its project, or of all projects of its unit and those below it. */
    public Money of(TargetSheet sheet) {
        if (!sheet.whole()) {
            return of(List.of(projects.get(Actor.SYSTEM, sheet.projectId())));
        }
        Set<Long> below = units.below(sheet.unitId()).stream().map(Unit::id).collect(Collectors.toSet());
        return of(projects.list(Actor.SYSTEM, sheet.year()).stream()
                .filter(project -> below.contains(project.unitId()))
                .toList());
    }

    /** The money of all projects of a year by id, for lists. */
    public Map<Long, Money> byProject(int year) {
        Map<Long, Money> money = new LinkedHashMap<>();
        projects.list(Actor.SYSTEM, year).forEach(project -> money.put(project.projectId(), of(List.of(project))));
        return money;
    }

    /** The money of some projects together. */
    public static Money of(List<ProjectMoney> projects) {
        Map<String, Row> byFund = new LinkedHashMap<>();
        for (ProjectMoney project : projects) {
            for (ProjectMoney.FundMoney fund : project.funds()) {
                byFund.merge(
                        fund.fund(),
                        new Row(fund.fund(), fund.initialFen(), fund.adjustedFen(), fund.executedFen()),
                        Row::plus);
            }
        }
        return Money.of(new ArrayList<>(byFund.values()));
    }
}
