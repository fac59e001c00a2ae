package org.tongchou.platform.performance.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.performance.sheet.PerformanceDeadlines;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.web.Actor;

/** What waits in performance management: one line for each kind of work and year, with how many. */
@Component
class PerformanceTasks implements TaskSource {
    private static final String DUTY = "绩效管理";
    /** Years back from now in which something may still wait. */
    private static final int BACK = 3;

    private final JdbcClient jdbc;
    private final PerformanceDeadlines deadlines;
    private final Clock clock;

    PerformanceTasks(JdbcClient jdbc, PerformanceDeadlines deadlines, Clock clock) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Tables to count in, and where the steps of a form stand. */
    private record Forms(String tables, String steps) {}

    private static final Forms SHEETS = new Forms("performance.sheet s", "p.object = 'sheet' and p.object_id = s.id");
    private static final Forms EVALUATIONS = new Forms(
            "performance.sheet s left join performance.evaluation e on e.sheet_id = s.id",
            "p.object = 'evaluation' and p.object_id = e.id");
    private static final Forms MONITORS = new Forms(
            "performance.sheet s join performance.monitor m on m.sheet_id = s.id",
            "p.object = 'monitor' and p.object_id = m.id");

    private record Counted(int year, int month, long count, long returned, String example) {
        /** {@code 3 张草稿，其中退回 1 张，如“…”}. */
        String says(String counter, String state) {
            return count + " " + counter + state
                    + (returned > 0 ? "，其中退回待更正 " + returned + " " + counter.charAt(0) : "") + "，如“" + example + "”";
        }
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        List<Task> tasks = new ArrayList<>();
        sheets(actor, tasks);
        evaluations(actor, tasks);
        monitors(actor, tasks);
        return tasks;
    }

    private void sheets(Actor actor, List<Task> tasks) {
        stage(actor, tasks, "performance.target.edit", "草稿", "填报绩效目标");
        stage(actor, tasks, "performance.target.review", "已提交", "审核绩效目标");
        stage(actor, tasks, "performance.target.approve", "已审核", "批复绩效目标");
    }

    private void stage(Actor actor, List<Task> tasks, String right, String state, String title) {
        if (!actor.may(right)) {
            return;
        }
        counted(actor, "s.state = :state", SHEETS, "0", state)
                .forEach(found -> tasks.add(new Task(
                        DUTY,
                        title + "（" + found.year() + " 年度）",
                        found.says("张", state),
                        deadlines.of("目标", 0, found.year()),
                        "/performance/targets?year=" + found.year() + "&state=" + state)));
    }

    private void evaluations(Actor actor, List<Task> tasks) {
        String condition = "s.state = '已批复' and coalesce(e.state, '未开始') = :state";
        if (actor.may("performance.evaluation.edit")) {
            for (String state : List.of("草稿", "未开始")) {
                counted(actor, condition, EVALUATIONS, "0", state).stream()
                        .filter(found -> LocalDate.now(clock).getYear() > found.year() || state.equals("草稿"))
                        .forEach(found -> tasks.add(evaluation(found, "填报绩效自评", state)));
            }
        }
        if (actor.may("performance.evaluation.review")) {
            counted(actor, condition, EVALUATIONS, "0", "已提交")
                    .forEach(found -> tasks.add(evaluation(found, "审核绩效自评", "已提交")));
        }
        if (actor.may("performance.evaluation.confirm")) {
            counted(actor, condition, EVALUATIONS, "0", "已审核")
                    .forEach(found -> tasks.add(evaluation(found, "确认绩效自评", "已审核")));
        }
    }

    private Task evaluation(Counted found, String title, String state) {
        return new Task(
                DUTY,
                title + "（" + found.year() + " 年度）",
                found.says("个项目", state),
                deadlines.of("自评", 0, found.year()),
                "/performance/evaluations?year=" + found.year() + "&state=" + state);
    }

    private void monitors(Actor actor, List<Task> tasks) {
        if (actor.may("performance.monitor.review")) {
            counted(actor, "m.state = :state", MONITORS, "m.until_month", "已提交")
                    .forEach(found -> tasks.add(monitor(found, "审核运行监控", "已提交")));
        }
        if (actor.may("performance.monitor.edit")) {
            counted(actor, "m.state = :state", MONITORS, "m.until_month", "草稿")
                    .forEach(found -> tasks.add(monitor(found, "填报运行监控", "草稿")));
            due(actor, tasks);
        }
    }

    /** The latest period that is over and asked for, where it is not begun. */
    private void due(Actor actor, List<Task> tasks) {
        YearMonth over = YearMonth.now(clock).minusMonths(1);
        List<Integer> months = deadlines.askedMonths();
        int month = months.stream()
                .filter(one -> one <= over.getMonthValue())
                .max(Integer::compare)
                .orElse(0);
        int year = over.getYear();
        if (month == 0) {
            month = months.stream().max(Integer::compare).orElse(0);
            year--;
        }
        if (month == 0) {
            return;
        }
        int of = year;
        counted(
                        actor,
                        "s.state = '已批复' and :state <> '' and not exists (select 1 from performance.monitor m"
                                + " where m.sheet_id = s.id and m.until_month = " + month + ")",
                        SHEETS,
                        String.valueOf(month),
                        "未开始")
                .stream()
                .filter(found -> found.year() == of)
                .forEach(found -> tasks.add(monitor(found, "填报运行监控", "未开始")));
    }

    private Task monitor(Counted found, String title, String state) {
        return new Task(
                DUTY,
                title + "（" + found.year() + " 年 1—" + found.month() + " 月）",
                found.says("个项目", state),
                deadlines.of("监控", found.month(), found.year()),
                "/performance/monitors?year=" + found.year() + "&month=" + found.month());
    }

    /** Only constants of this class are put into the statement. */
    private List<Counted> counted(Actor actor, String condition, Forms forms, String month, String state) {
        return jdbc.sql("select s.year, " + month
                        + " as month, count(*) as count, min(s.project_name) as example,"
                        + " count(*) filter (where (select p.action from performance.step p where " + forms.steps()
                        + " order by p.id desc limit 1) = '退回') as returned from "
                        + forms.tables() + " where " + condition
                        + " and s.year >= :from and (:all or s.unit_id = any(:scope)) group by 1, 2 order by 1, 2")
                .param("state", state)
                .param("from", LocalDate.now(clock).getYear() - BACK)
                .param("all", actor.allUnits())
                .param("scope", SheetStore.array(actor.unitIds()))
                .query((row, number) -> new Counted(
                        row.getInt("year"),
                        row.getInt("month"),
                        row.getLong("count"),
                        row.getLong("returned"),
                        row.getString("example")))
                .list();
    }
}
