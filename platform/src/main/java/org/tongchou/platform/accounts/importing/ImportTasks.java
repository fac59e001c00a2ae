package org.tongchou.platform.accounts.importing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.web.Actor;

/** Batches that wait for the person who uploaded them. */
@Component
class ImportTasks implements TaskSource {
    private static final int MOST = 50;

    private final JdbcClient database;

    ImportTasks(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        return database.sql("""
                        select id, file_name, state, correct_rows, wrong_rows, failure from accounts.import_batch
                        where created_by = :me and state in ('待处理', '可入账', '失败') order by id limit\s""" + MOST)
                .param("me", actor.userId())
                .query((row, n) -> {
                    String state = row.getString(3);
                    boolean ready = state.equals(BatchState.READY.printed());
                    String detail = switch (BatchState.of(state)) {
                        case READY -> row.getInt(4) + " 行可入账";
                        case FAILED -> "检查没有完成：" + row.getString(6);
                        default -> "有误 " + row.getInt(5) + " 行，可入账 " + row.getInt(4) + " 行";
                    };
                    return new Task(
                            "导入",
                            (ready ? "入账" : "更正") + "导入批次 " + row.getLong(1) + "（" + row.getString(2) + "）",
                            detail,
                            null,
                            "/imports/" + row.getLong(1));
                })
                .list();
    }
}
