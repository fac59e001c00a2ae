package org.tongchou.platform.intake.batch;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;

/** Batches that wait: for who uploaded them, and those ready for posting for whoever may post them. */
@Component
class IntakeTasks implements TaskSource {
    private static final PageQuery MOST = new PageQuery(1, 50, null);
    private static final List<String> WAITING =
            List.of(BatchState.OPEN.printed(), BatchState.READY.printed(), BatchState.FAILED.printed());

    private final Batches batches;
    private final Kinds kinds;

    IntakeTasks(Batches batches, Kinds kinds) {
        this.batches = batches;
        this.kinds = kinds;
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        if (!actor.may("intake.batch.view")) {
            return List.of();
        }
        return batches.list(actor, null, WAITING, null, MOST).items().stream()
                .filter(batch -> isTurnOf(actor, batch))
                .map(IntakeTasks::task)
                .toList();
    }

    private boolean isTurnOf(Actor actor, Batch batch) {
        return kinds.of(actor).stream()
                .filter(intake -> intake.kind().equals(batch.kind()))
                .anyMatch(intake -> batch.is(BatchState.READY)
                        ? actor.may("intake.batch.post")
                                && !(intake.fourEyes() && batch.hands().contains(actor.userId()))
                        : batch.createdBy() == actor.userId());
    }

    private static Task task(Batch batch) {
        String detail = switch (BatchState.of(batch.state())) {
            case READY -> batch.correctRows() + " 行可入账";
            case FAILED -> "检查没有完成：" + batch.failure();
            default -> "有误 " + batch.wrongRows() + " 行，可入账 " + batch.correctRows() + " 行";
        };
        return new Task(
                "批量导入",
                (batch.is(BatchState.READY) ? "入账" : "改正") + batch.kindName() + "批次 " + batch.id() + "（"
                        + batch.fileName() + "）",
                detail,
                null,
                "/intake/" + batch.id());
    }
}
