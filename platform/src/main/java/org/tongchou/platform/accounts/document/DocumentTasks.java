package org.tongchou.platform.accounts.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;

/** Documents that wait for a person: to be handed in, approved or published. */
@Component
class DocumentTasks implements TaskSource {
    private static final PageQuery ALL = new PageQuery(1, 200, null);

    private final DocumentLists lists;

    DocumentTasks(DocumentLists lists) {
        this.lists = lists;
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        List<Task> tasks = new ArrayList<>();
        add(tasks, actor, DocumentRights.PUBLISH, "已批复", "公开");
        add(tasks, actor, DocumentRights.APPROVE, "已提交审核", "审核");
        add(tasks, actor, DocumentRights.SUBMIT, "草稿", "提交");
        return tasks;
    }

    private void add(List<Task> tasks, Actor actor, String right, String state, String act) {
        if (actor.may(right)) {
            lists.list(actor, new DocumentLists.Filter(null, null, null, state), ALL).items().stream()
                    .map(row -> new Task(
                            "部门" + row.kind(),
                            act + " " + row.year() + " 年度" + (row.rolledUp() ? "部门" : "单位") + row.kind() + "（"
                                    + row.unitName() + "）",
                            row.overdue() ? "已超过公开期限，请立即公开" : row.next(),
                            row.dueOn() == null ? null : LocalDate.parse(row.dueOn()),
                            "/documents/" + row.id()))
                    .forEach(tasks::add);
        }
    }
}
