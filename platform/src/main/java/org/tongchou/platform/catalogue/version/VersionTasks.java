package org.tongchou.platform.catalogue.version;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.catalogue.kind.Kinds;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.web.Actor;

/** Versions that wait: for their rows to be compared, or for a second person to release them. */
@Component
class VersionTasks implements TaskSource {
    private static final int MOST = 50;

    private final JdbcClient database;

    VersionTasks(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        return database
                .sql("""
                        select * from catalogue.version
                        where state = '录入中' and created_by = :me and :edits or state = '待发布' and created_by <> :me and :releases
                        order by id limit\s""" + MOST)
                .param("me", actor.userId())
                .param("edits", actor.may("catalogue.version.edit"))
                .param("releases", actor.may("catalogue.version.release"))
                .query(Version.class)
                .list()
                .stream()
                .map(VersionTasks::task)
                .toList();
    }

    private static Task task(Version version) {
        boolean ready = version.state().equals(Version.READY);
        return new Task(
                "目录管理",
                (ready ? "发布" : "比对") + Kinds.get(version.kind()).name() + "目录“" + version.label() + "”",
                ready
                        ? "新增 %d、变更 %d、终止 %d，有误 %d 行"
                                .formatted(version.added(), version.changed(), version.ended(), version.wrong())
                        : "还没有与现行目录比对",
                version.effective(),
                "/catalogue/versions/" + version.id());
    }
}
