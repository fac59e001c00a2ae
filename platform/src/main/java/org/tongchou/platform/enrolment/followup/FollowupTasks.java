package org.tongchou.platform.enrolment.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** Reminds who calls people: the next ones by name, the others as one line. */
@Component("enrolmentFollowupTasks")
class FollowupTasks implements TaskSource {
    private static final int NAMED = 10;
    private static final String PAGE = "/enrolment/followups";

    private final FollowupList list;
    private final Rules rules;

    FollowupTasks(FollowupList list, Rules rules) {
        this.list = list;
        this.rules = rules;
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        if (!actor.may("enrolment.missing.follow")) {
            return List.of();
        }
        Page<Followup> mine = list.page(
                actor,
                new FollowupList.Filter(true, true, null, null, null, null, null),
                new PageQuery(1, NAMED, null));
        List<Task> tasks = new ArrayList<>();
        for (Followup one : mine.items()) {
            LocalDate again = one.remindOn();
            boolean late = one.due().isBefore(rules.today());
            tasks.add(new Task(
                    "参保管理",
                    "动员参保：" + one.name(),
                    (late ? "已过期限" : one.state()) + (again == null ? "" : "，" + again + " 再联系"),
                    again != null && again.isBefore(one.due()) ? again : one.due(),
                    PAGE + "?id=" + one.id()));
        }
        if (mine.total() > NAMED) {
            tasks.add(new Task("参保管理", "动员参保", "还有 " + (mine.total() - NAMED) + " 人由您联系", null, PAGE));
        }
        return tasks;
    }
}
