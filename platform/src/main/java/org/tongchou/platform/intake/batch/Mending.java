package org.tongchou.platform.intake.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Mends staged rows on the screen: cells of one row, the same wrong value of many, leaving rows out. */
@Service("intakeMending")
class Mending {
    /** Most rows that are changed at once on the screen. */
    static final int MOST = 10_000;

    private static final int LONGEST_CELL = 500;
    private static final int NAMED = 50;

    private final Flow flow;
    private final Batches batches;
    private final Staging staging;
    private final StagedRows rows;
    private final Kinds kinds;
    private final PersonalSecrets secrets;
    private final AuditLog audit;

    Mending(
            Flow flow,
            Batches batches,
            Staging staging,
            StagedRows rows,
            Kinds kinds,
            PersonalSecrets secrets,
            AuditLog audit) {
        this.flow = flow;
        this.batches = batches;
        this.staging = staging;
        this.rows = rows;
        this.kinds = kinds;
        this.secrets = secrets;
        this.audit = audit;
    }

    /**
     * Changes cells of one row and checks it again.
     *
     * @param cells new text by key of the field
     */
    @Transactional
    public StagedRows.Row mend(Actor actor, long id, int number, int version, Map<String, String> cells) {
        Batch batch = flow.lockForMending(actor, id);
        if (rows.get(id, number).version() != version) {
            throw Refusal.changedMeanwhile("第 " + number + " 行", "他人", "刚才");
        }
        Intake intake = kinds.get(batch.kind());
        change(actor, batch, intake, List.of(number), cells);
        String titles = intake.fields().stream()
                .filter(field -> cells.containsKey(field.key()))
                .map(Field::title)
                .collect(Collectors.joining("、"));
        record(actor, batch, List.of(number), "intake.row.mend", "改正批次 " + id + " 第 " + number + " 行的" + titles);
        return rows.get(id, number);
    }

    /** Sets a value in all rows that have the same problem with the same value; tells how many. */
    @Transactional
    public int mendAll(Actor actor, long id, StagedRows.Filter filter, String text) {
        Batch batch = flow.lockForMending(actor, id);
        Intake intake = kinds.get(batch.kind());
        Field field = field(intake, filter.field() == null ? "" : filter.field());
        if (field.personal()) {
            throw Refusal.field("E-INT-061", "栏目", field.title(), "不是个人信息的栏目；个人信息请逐行改正");
        }
        List<Integer> which = which(id, filter);
        change(actor, batch, intake, which, Map.of(field.key(), text));
        record(
                actor,
                batch,
                which,
                "intake.row.mend",
                "改正批次 " + id + " 的 " + which.size() + " 行：“" + field.title() + "”的同一错误值");
        return which.size();
    }

    private List<Integer> which(long id, StagedRows.Filter filter) {
        List<Integer> which = rows.numbers(id, filter, MOST + 1);
        if (which.isEmpty()) {
            throw Refusal.conflict("E-INT-062", "没有这样的行了，可能已被改正；请刷新后再操作");
        }
        if (which.size() > MOST) {
            throw Refusal.conflict("E-INT-063", "同一问题超过 " + MOST + " 行；请下载错误明细，改正后上传");
        }
        return which;
    }

    private static Field field(Intake intake, String key) {
        return intake.fields().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.field(
                        "E-INT-064",
                        "栏目",
                        key,
                        "以下之一：" + intake.fields().stream().map(Field::key).collect(Collectors.joining("、"))));
    }

    private void change(Actor actor, Batch batch, Intake intake, List<Integer> which, Map<String, String> cells) {
        cells.forEach((key, text) -> {
            if (text.length() > LONGEST_CELL || text.chars().anyMatch(Character::isISOControl)) {
                throw Refusal.field("E-INT-065", field(intake, key).title(), "", "不超过 " + LONGEST_CELL + " 个字符的一行文字");
            }
            field(intake, key);
        });
        Stager stager = new Stager(intake, secrets);
        List<Field> fields = intake.fields();
        List<Staged> changed = new ArrayList<>();
        for (StagedRows.Kept row : rows.rows(batch.id(), which)) {
            if (row.part() != null) {
                throw Refusal.conflict("E-INT-066", "第 " + row.number() + " 行已入账，不能改正；请办理更正业务");
            }
            List<String> open = new ArrayList<>(stager.open(row.cells(), row.sealed()));
            IntStream.range(0, fields.size())
                    .filter(i -> cells.containsKey(fields.get(i).key()))
                    .forEach(i -> open.set(
                            i, cells.getOrDefault(fields.get(i).key(), "").strip()));
            changed.add(stager.stage(row.number(), open));
        }
        staging.replace(batch.id(), changed, true);
        look(actor, batch, intake, stager, which);
    }

    private void look(Actor actor, Batch batch, Intake intake, Stager stager, List<Integer> which) {
        staging.refuseRepeated(batch.id());
        CheckView view = new CheckView(actor, batch, stager, rows, staging, which, some -> {});
        intake.check(view);
        view.flush();
        batches.addHand(batch.id(), actor.userId());
        batches.settle(batch.id(), batch.generation());
    }

    /** Leaves rows out with a reason; tells how many. */
    @Transactional
    public int skip(Actor actor, long id, List<Integer> which, String reason) {
        Batch batch = flow.lockForMending(actor, id);
        int skipped = staging.skip(id, which, reason);
        batches.addHand(id, actor.userId());
        batches.settle(id, batch.generation());
        record(actor, batch, which, "intake.row.skip", "跳过批次 " + id + " 的 " + skipped + " 行：" + reason);
        return skipped;
    }

    /** Leaves all rows out that have the same problem with the same value; tells how many. */
    @Transactional
    public int skipAll(Actor actor, long id, StagedRows.Filter filter, String reason) {
        return skip(actor, id, which(id, filter), reason);
    }

    /** Takes skipped rows back in and checks them again. */
    @Transactional
    public int unskip(Actor actor, long id, List<Integer> which) {
        Batch batch = flow.lockForMending(actor, id);
        change(actor, batch, kinds.get(batch.kind()), which, Map.of());
        record(actor, batch, which, "intake.row.unskip", "恢复批次 " + id + " 的 " + which.size() + " 行");
        return which.size();
    }

    /** The cells of a row in the clear, which is recorded. */
    @Transactional
    public Map<String, String> reveal(Actor actor, long id, int number) {
        Batch batch = batches.get(actor, id);
        Stager stager = new Stager(kinds.permitted(actor, batch.kind()), secrets);
        StagedRows.Kept row = rows.rows(id, List.of(number)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("第 " + number + " 行"));
        List<String> open = stager.open(row.cells(), row.sealed());
        record(actor, batch, List.of(number), "intake.row.reveal", "查看批次 " + id + " 第 " + number + " 行的完整个人信息");
        return IntStream.range(0, stager.fields().size())
                .filter(i -> stager.fields().get(i).personal())
                .boxed()
                .collect(Collectors.toMap(i -> stager.fields().get(i).key(), open::get));
    }

    private void record(Actor actor, Batch batch, List<Integer> which, String action, String summary) {
        audit.record(
                actor,
                action,
                "intake.batch",
                Long.toString(batch.id()),
                summary,
                null,
                Map.of("rows", which.size() > NAMED ? which.size() + " 行" : which.toString()));
    }
}
