package org.tongchou.platform.performance.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Target;
import org.tongchou.performance.read.Targets;
import org.tongchou.performance.scoring.Facts;
import org.tongchou.performance.scoring.RulePack;
import org.tongchou.performance.scoring.Subject;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.performance.evaluation.Evaluation;
import org.tongchou.platform.performance.evaluation.EvaluationStore;
import org.tongchou.platform.performance.evaluation.Proposals;
import org.tongchou.platform.performance.evaluation.Scored;
import org.tongchou.platform.performance.evaluation.Scorer;
import org.tongchou.platform.performance.sheet.FormMoves;
import org.tongchou.platform.performance.sheet.FormMoves.Form;
import org.tongchou.platform.performance.sheet.Move;
import org.tongchou.platform.performance.sheet.MoveInput;
import org.tongchou.platform.performance.sheet.RegionRules;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.performance.sheet.TargetSheet;
import org.tongchou.platform.performance.sheet.Texts;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Evaluating sampled projects once more. */
@Service
class ReviewService {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Move CONFIRM = new Move("确认", List.of("草稿"), "已确认", false);
    private static final Move REOPEN = new Move("退回", List.of("已确认"), "草稿", true);
    private static final String EXECUTION = "预算执行率";
    private static final int REASON = 500;
    private static final int TEXT = 4000;
    private static final int NUMBER = 40;

    private final SheetStore sheets;
    private final EvaluationStore evaluations;
    private final ReviewStore store;
    private final Scorer scorer;
    private final RegionRules packs;
    private final FormMoves moves;
    private final AuditLog audit;

    ReviewService(
            SheetStore sheets,
            EvaluationStore evaluations,
            ReviewStore store,
            Scorer scorer,
            RegionRules packs,
            FormMoves moves,
            AuditLog audit) {
        this.sheets = sheets;
        this.evaluations = evaluations;
        this.store = store;
        this.scorer = scorer;
        this.packs = packs;
        this.moves = moves;
        this.audit = audit;
    }

    /** What people type. */
    record Input(
            @Nullable Integer version,
            @Nullable String number,
            @Nullable String background,
            @Nullable String organisation,
            @Nullable String problems,
            @Nullable String measures,
            @Nullable String advice,
            @Nullable List<ItemInput> items) {}

    /** Points as typed, in the order of the items. */
    record ItemInput(
            @Nullable BigDecimal weight,
            @Nullable BigDecimal score,
            @Nullable String reason) {}

    /** Puts a project whose self-evaluation is confirmed on the list; points that follow from rules are proposed. */
    @Transactional
    public void begin(Actor actor, long sheetId, @Nullable String because) {
        TargetSheet sheet = sheets.get(actor, sheetId);
        String why = Texts.needed(because, "抽取理由", REASON);
        Evaluation evaluation = evaluations.of(sheetId);
        if (!evaluation.state().equals("已确认") || sheet.whole()) {
            throw Refusal.conflict("E-PER-081", sheet.title() + "不能列入重点评价：只有自评已确认的项目可以，现为“" + evaluation.state() + "”");
        }
        Scored scored = scorer.score(sheet, evaluation);
        RulePack pack = packs.of(sheet.unitId(), sheet.year());
        List<Review.Item> items = new ArrayList<>();
        for (Review.Item item : store.template()) {
            items.add(item.name().equals(EXECUTION) ? execution(item, scored, pack) : item);
        }
        for (ReviewStore.Share share : store.shares()) {
            items.addAll(expanded(share, scored, pack));
        }
        long id = store.begin(actor, moves.at(), sheetId, why, sheet.title());
        store.save(actor, moves.at(), id, "", new Review.Texts("", "", "", "", ""), items, null, "");
        moves.step(actor, Form.REVIEW, id, "列入重点评价", "草稿", why);
        audit.record(
                actor,
                "performance.review.create",
                "performance.review",
                String.valueOf(id),
                sheet.title() + "列入重点评价",
                null,
                Map.of("sheetId", sheetId, "because", why));
    }

    private static Review.Item execution(Review.Item item, Scored scored, RulePack pack) {
        return Scorer.execution(item.weight(), scored.money(), pack)
                .map(points -> new Review.Item(
                        item.part(),
                        item.section(),
                        item.name(),
                        null,
                        item.weight(),
                        points.points(),
                        points.points().compareTo(item.weight()) < 0
                                ? EXECUTION + scored.money().total().rate() + "%"
                                : ""))
                .orElse(item);
    }

    /** A part's points over its indicators by their own points, in halves, the rest on the last. */
    private static List<Review.Item> expanded(ReviewStore.Share share, Scored scored, RulePack pack) {
        List<Scored.Line> lines = scored.lines().stream()
                .filter(line -> share.levels().contains(line.line().level1()))
                .toList();
        BigDecimal sum = lines.stream().map(line -> line.line().weight()).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Review.Item> items = new ArrayList<>();
        BigDecimal left = share.weight();
        for (int i = 0; i < lines.size(); i++) {
            Scored.Line line = lines.get(i);
            BigDecimal halves = line.line()
                    .weight()
                    .multiply(share.weight())
                    .divide(sum, 6, RoundingMode.HALF_UP)
                    .divide(HALF, 0, RoundingMode.HALF_UP);
            BigDecimal weight =
                    i == lines.size() - 1 ? left : halves.multiply(HALF).min(left);
            left = left.subtract(weight);
            Optional<Proposals.Proposal> points = Proposals.of(facts(line, weight), pack);
            boolean full = points.filter(found -> found.points().compareTo(weight) == 0)
                    .isPresent();
            items.add(new Review.Item(
                    share.part(),
                    line.line().level2(),
                    line.line().name(),
                    line.line().savedId(),
                    weight,
                    points.map(Proposals.Proposal::points).orElse(null),
                    full ? "" : line.value().reason()));
        }
        return items;
    }

    private static Facts facts(Scored.Line line, BigDecimal weight) {
        Target target = line.line().toTarget();
        Actual actual = Targets.actual(line.value().actual(), target);
        return new Facts(
                Subject.REPORT_ITEM,
                line.line().name(),
                weight,
                target,
                actual,
                null,
                "",
                line.line().standard());
    }

    /** An evaluation; 404 when the project is not sampled. */
    Review get(TargetSheet sheet) {
        return store.find(sheet.id()).orElseThrow(() -> Refusal.notFound(sheet.title() + "的重点评价"));
    }

    /** Saves points and texts. */
    @Transactional
    public void save(Actor actor, long sheetId, Input input) {
        TargetSheet sheet = sheets.get(actor, sheetId);
        Review before = get(sheet);
        List<ItemInput> typed = Objects.requireNonNullElse(input.items(), List.of());
        if (typed.size() != before.items().size()) {
            throw Refusal.field(
                    "E-PER-082",
                    "评价指标个数",
                    String.valueOf(typed.size()),
                    before.items().size() + " 项，请刷新后再填");
        }
        List<Review.Item> items = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            items.add(item(before.items().get(i), typed.get(i)));
        }
        Review.Texts texts = new Review.Texts(
                Texts.text(input.background(), "项目概况", TEXT),
                Texts.text(input.organisation(), "项目组织管理情况", TEXT),
                Texts.text(input.problems(), "存在的主要问题", TEXT),
                Texts.text(input.measures(), "改进措施", TEXT),
                Texts.text(input.advice(), "下一步意见和建议", TEXT));
        moves.draft(Form.REVIEW, before.id(), sheet.title() + "重点评价", input.version() == null ? 0 : input.version());
        BigDecimal total = total(items);
        String grade = total == null
                ? ""
                : packs.of(sheet.unitId(), sheet.year()).grades().of(total).orElse("");
        store.save(
                actor, moves.at(), before.id(), Texts.text(input.number(), "文号", NUMBER), texts, items, total, grade);
        audit.record(
                actor,
                "performance.review.save",
                "performance.review",
                String.valueOf(before.id()),
                "保存" + sheet.title() + "重点评价",
                Map.of("total", String.valueOf(before.total())),
                Map.of("total", String.valueOf(total)));
    }

    private static Review.Item item(Review.Item item, ItemInput typed) {
        BigDecimal weight = points(typed.weight(), "“" + item.name() + "”满分", HUNDRED);
        if (weight == null) {
            throw Refusal.field("E-PER-083", "“" + item.name() + "”满分", "", "0 至 100");
        }
        return new Review.Item(
                item.part(),
                item.section(),
                item.name(),
                item.indicatorId(),
                weight,
                points(typed.score(), "“" + item.name() + "”得分", weight),
                Texts.text(typed.reason(), "“" + item.name() + "”评分理由", REASON));
    }

    private static @Nullable BigDecimal points(@Nullable BigDecimal given, String field, BigDecimal most) {
        if (given == null) {
            return null;
        }
        if (given.signum() < 0
                || given.compareTo(most) > 0
                || given.stripTrailingZeros().scale() > 2) {
            throw Refusal.field(
                    "E-PER-083", field, given.toPlainString(), "0 至 " + RegionRules.points(most) + "、至多两位小数");
        }
        return given;
    }

    private static @Nullable BigDecimal total(List<Review.Item> items) {
        BigDecimal total = BigDecimal.ZERO;
        for (Review.Item item : items) {
            BigDecimal score = item.score();
            if (score == null) {
                return null;
            }
            total = total.add(score);
        }
        return total;
    }

    /** Confirms an evaluation that is complete. */
    @Transactional
    public void confirm(Actor actor, long sheetId, MoveInput input) {
        TargetSheet sheet = sheets.get(actor, sheetId);
        Review review = get(sheet);
        String lacking = lacking(review);
        if (!lacking.isEmpty()) {
            throw Refusal.conflict("E-PER-084", "不能确认" + sheet.title() + "重点评价：" + lacking);
        }
        moves.move(actor, Form.REVIEW, review.id(), sheet.title() + "重点评价", input.known(), CONFIRM, input.opinion());
    }

    /** Opens a confirmed evaluation again. */
    @Transactional
    public void reopen(Actor actor, long sheetId, MoveInput input) {
        TargetSheet sheet = sheets.get(actor, sheetId);
        Review review = get(sheet);
        moves.move(actor, Form.REVIEW, review.id(), sheet.title() + "重点评价", input.known(), REOPEN, input.opinion());
    }

    /** What keeps an evaluation from being confirmed; empty when nothing does. */
    static String lacking(Review review) {
        BigDecimal weights = review.items().stream().map(Review.Item::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weights.compareTo(HUNDRED) != 0) {
            return "各项满分合计 " + RegionRules.points(weights) + " 分，应为 100 分";
        }
        for (Review.Item item : review.items()) {
            BigDecimal score = item.score();
            if (score == null) {
                return "“" + item.name() + "”没有评分";
            }
            if (score.compareTo(item.weight()) < 0 && item.reason().isEmpty()) {
                return "“" + item.name() + "”未得满分，没有写明理由";
            }
        }
        Review.Texts texts = review.texts();
        List<String> written =
                List.of(texts.background(), texts.organisation(), texts.problems(), texts.measures(), texts.advice());
        return written.stream().anyMatch(String::isEmpty) ? "项目概况、组织管理、问题、措施和建议都要写明" : "";
    }
}
