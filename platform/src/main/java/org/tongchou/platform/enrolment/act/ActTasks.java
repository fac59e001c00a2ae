package org.tongchou.platform.enrolment.act;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;

/** Acts that wait for a review by the signed-in person, and those of theirs that came back. */
@Component
class ActTasks implements TaskSource {
    private static final PageQuery FIRST = new PageQuery(1, 50, "id");

    private final ActLists lists;

    ActTasks(ActLists lists) {
        this.lists = lists;
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        if (!actor.may("enrolment.act.review")) {
            return List.of();
        }
        return lists.list(actor, new ActLists.Filter("待复核", null, null, null, null), FIRST).items().stream()
                .filter(act -> act.enteredBy() != actor.userId())
                .map(act -> new Task(
                        "参保管理",
                        "复核" + act.word() + "：" + act.subject(),
                        act.enteredName() + "受理，" + act.effective() + " 起生效",
                        null,
                        "/enrolment/acts/" + act.id()))
                .toList();
    }
}
