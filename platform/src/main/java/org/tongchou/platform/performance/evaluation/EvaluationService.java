package org.tongchou.platform.performance.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.performance.sheet.FormMoves;
import org.tongchou.platform.performance.sheet.FormMoves.Form;
import org.tongchou.platform.performance.sheet.Funds;
import org.tongchou.platform.performance.sheet.Move;
import org.tongchou.platform.performance.sheet.MoveInput;
import org.tongchou.platform.performance.sheet.RegionRules;
import org.tongchou.platform.performance.sheet.SheetChecks.Finding;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.performance.sheet.TargetSheet;
import org.tongchou.platform.performance.sheet.Texts;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Filling in, handing in and reviewing self-evaluations. */
@Service
public class EvaluationService {
    private static final int ACHIEVED = 3000;
    private static final int REASON = 1000;

    private final SheetStore sheets;
    private final EvaluationStore store;
    private final EvidenceStore evidence;
    private final Scorer scorer;
    private final FormMoves moves;
    private final RegionRules packs;
    private final ExecutionFloor floor;
    private final Funds funds;
    private final AuditLog audit;

    EvaluationService(
            SheetStore sheets,
            EvaluationStore store,
            EvidenceStore evidence,
            Scorer scorer,
            FormMoves moves,
            RegionRules packs,
            ExecutionFloor floor,
            Funds funds,
            AuditLog audit) {
        this.sheets = sheets;
        this.store = store;
        this.evidence = evidence;
        this.scorer = scorer;
        this.moves = moves;
        this.packs = packs;
        this.floor = floor;
        this.funds = funds;
        this.audit = audit;
    }

    /** An approved sheet that can be evaluated. */
    public TargetSheet approved(Actor actor, long sheetId) {
        TargetSheet sheet = sheets.get(actor, sheetId);
        if (!sheet.state().equals("已批复")) {
            throw Refusal.conflict("E-PER-058", sheet.title() + "的绩效目标现为“" + sheet.state() + "”，批复后才能自评");
        }
        return sheet;
    }

    /** Saves a draft, beginning it where there is none. */
    @Transactional
    public void save(Actor actor, long sheetId, EvaluationInput input) {
        TargetSheet sheet = approved(actor, sheetId);
        Evaluation before = store.of(sheetId);
        ValueRules rules = new ValueRules(
                sheet, actor.displayName(), packs.of(sheet.unitId(), sheet.year()), scorer.score(sheet, before));
        Map<Long, Evaluation.Value> values = new HashMap<>(before.values());
        values.putAll(rules.read(input.lines()));
        String achieved = Texts.text(input.achieved(), "目标实际完成情况", ACHIEVED);
        String reason = Texts.text(input.executionReason(), "预算执行偏差原因", REASON);
        long id = ready(actor, sheet, before, input.version() == null ? 0 : input.version());
        Evaluation typed =
                new Evaluation(id, sheetId, "草稿", achieved, reason, null, 0, actor.displayName(), null, values);
        Scored scored = scorer.score(sheet, typed);
        store.save(actor, moves.at(), id, achieved, reason, values, scored.total(), scored.grade());
        audit.record(
                actor,
                "performance.evaluation.save",
                "performance.evaluation",
                String.valueOf(id),
                "保存" + sheet.title() + "绩效自评",
                Map.of("values", described(sheet, before)),
                Map.of("values", described(sheet, typed)));
    }

    private static List<String> described(TargetSheet sheet, Evaluation evaluation) {
        List<String> described = new ArrayList<>();
        sheet.lines().forEach(line -> {
            Evaluation.Value value = evaluation.values().get(line.savedId());
            if (value != null) {
                BigDecimal score = value.score();
                described.add(line.name() + " " + value.actual()
                        + (score == null ? "" : "，调低为 " + RegionRules.points(score) + " 分"));
            }
        });
        return described;
    }

    /** Locks the draft, or begins one. */
    long ready(Actor actor, TargetSheet sheet, Evaluation before, int version) {
        if (before.id() == 0) {
            sheets.holdApproved(sheet);
            long id = store.begin(actor, moves.at(), sheet.id(), sheet.title());
            moves.step(actor, Form.EVALUATION, id, "新建", "草稿", "");
            return id;
        }
        moves.draft(Form.EVALUATION, before.id(), sheet.title() + "绩效自评", version);
        return before.id();
    }

    /** Moves a self-evaluation on; it is handed in only when it is complete. */
    @Transactional
    public void move(Actor actor, long sheetId, Move move, MoveInput input) {
        TargetSheet sheet = approved(actor, sheetId);
        Evaluation evaluation = store.of(sheetId);
        if (evaluation.id() == 0) {
            throw Refusal.conflict("E-PER-059", sheet.title() + "还没有开始自评");
        }
        boolean submitted = move.equals(Move.SUBMIT);
        LocalDate yearEnd = LocalDate.of(sheet.year(), 12, 31);
        Scored scored = scorer.score(
                sheet, evaluation, about -> submitted ? funds.settled(about, yearEnd) : funds.of(about, yearEnd));
        if (submitted) {
            complete(sheet, evaluation, scored);
        }
        moves.move(
                actor, Form.EVALUATION, evaluation.id(), sheet.title() + "绩效自评", input.known(), move, input.opinion());
        if (submitted) {
            store.freeze(evaluation.id(), scored.money(), scored.total(), scored.grade());
            scored.lines().stream()
                    .filter(line -> line.line().bound())
                    .forEach(line -> store.bind(
                            evaluation.id(), line.line().savedId(), line.value().actual()));
        } else if (move.equals(Move.RETURN)) {
            store.freeze(evaluation.id(), null, scored.total(), scored.grade());
        }
    }

    private void complete(TargetSheet sheet, Evaluation evaluation, Scored scored) {
        findings(sheet, evaluation, scored).stream()
                .filter(finding -> finding.level().equals("错误"))
                .findFirst()
                .ifPresent(finding -> {
                    throw Refusal.conflict("E-PER-060", "不能提交" + sheet.title() + "绩效自评：" + finding.message());
                });
    }

    /** What is missing, and what is worth a second look. */
    public List<Finding> findings(TargetSheet sheet, Evaluation evaluation, Scored scored) {
        List<Finding> found = new ArrayList<>();
        if (evaluation.achieved().isEmpty()) {
            found.add(new Finding("错误", 0, "目标实际完成情况没有填写"));
        }
        execution(evaluation, scored, found);
        Map<Long, Long> files = evidence.counts(evaluation.id());
        for (int i = 0; i < scored.lines().size(); i++) {
            line(scored.lines().get(i), i + 1, files, found);
        }
        return found;
    }

    private void execution(Evaluation evaluation, Scored scored, List<Finding> found) {
        if (scored.execution() == null) {
            found.add(new Finding("错误", 0, "账上没有本项目的预算，预算执行率无法计分，请先核对账套"));
            return;
        }
        BigDecimal rate = scored.money().total().rate();
        BigDecimal least = floor.rate();
        if (rate != null
                && rate.compareTo(least) < 0
                && evaluation.executionReason().isEmpty()) {
            found.add(new Finding("错误", 0, "预算执行率 " + rate + "% 低于 " + RegionRules.points(least) + "%，请说明预算执行偏差原因"));
        }
    }

    private static void line(Scored.Line line, int number, Map<Long, Long> files, List<Finding> found) {
        String name = "“" + line.line().name() + "”";
        boolean bound = line.line().bound();
        if (line.value().actual().isEmpty()) {
            found.add(new Finding("错误", number, name + (bound ? "绑定的取数现在算不出来，请核对账套" : "没有实际完成值")));
        } else if (line.score() == null) {
            found.add(new Finding("错误", number, name + "没有适用的计分规则：完成情况与目标文字不同的，请评定档次并写明理由"));
        } else if (!line.reasonNeeded().isEmpty()) {
            found.add(new Finding("错误", number, name + line.reasonNeeded()));
        }
        if (!bound && files.getOrDefault(line.line().savedId(), 0L) == 0) {
            found.add(new Finding("提示", number, name + "没有佐证材料"));
        }
    }
}
