package org.tongchou.platform.accounts.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.platform.accounts.document.DocumentVersion.State;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** The way of a version: 草稿 → 已提交审核 → 已批复 → 已公开, back with a reason, and on with a correction. */
@Service
@Transactional
public class DocumentFlow {
    private static final int LONGEST_OPINION = 500;
    private static final int SHOWN = 8;
    private static final List<String> THREE_PUBLIC_BASES = List.of("全年预算数", "年初预算数");

    private final DocumentStore store;
    private final Gatherer gatherer;
    private final Drafts drafts;
    private final Covered covered;
    private final EntrySums sums;
    private final DocumentLimits limits;
    private final Words words;
    private final DocumentTrail trail;
    private final Jobs jobs;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    DocumentFlow(
            DocumentStore store,
            Gatherer gatherer,
            Drafts drafts,
            Covered covered,
            EntrySums sums,
            DocumentLimits limits,
            Words words,
            DocumentTrail trail,
            Jobs jobs,
            Units units,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.gatherer = gatherer;
        this.drafts = drafts;
        this.covered = covered;
        this.sums = sums;
        this.limits = limits;
        this.words = words;
        this.trail = trail;
        this.jobs = jobs;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a document that prints zeros and compares 三公 with the budget of the whole year. */
    public long create(Actor actor, long unitId, int year, DocumentKind kind, String moneyUnit) {
        return create(actor, unitId, year, kind, moneyUnit, false, THREE_PUBLIC_BASES.get(0));
    }

    /** Makes a document with its first draft; a unit with others below is rolled up. */
    long create(
            Actor actor,
            long unitId,
            int year,
            DocumentKind kind,
            String moneyUnit,
            boolean blankZeros,
            String threePublicBase) {
        actor.mustSee(unitId);
        Unit unit = units.get(unitId);
        if (!List.of("元", "万元").contains(moneyUnit)) {
            throw Refusal.field("E-DOC-004", "金额单位", moneyUnit, "元或万元");
        }
        if (year < 2000 || year > 2100) {
            throw Refusal.field("E-DOC-005", "年度", Integer.toString(year), "2000 至 2100 的四位年份");
        }
        if (!THREE_PUBLIC_BASES.contains(threePublicBase)) {
            throw Refusal.field("E-DOC-007", "“三公”对比口径", threePublicBase, String.join("或", THREE_PUBLIC_BASES));
        }
        boolean rolledUp = units.below(unitId).stream()
                .anyMatch(below -> below.id() != unitId && below.level().equals(unit.level()));
        Document document = new Document(0, unitId, year, kind, rolledUp, moneyUnit, blankZeros, threePublicBase);
        covered.scope(document);
        long id = store.insert(document, actor.displayName());
        long version = store.insertVersion(id, 1, "", actor.displayName());
        trail.add(actor, store.get(actor, id), version, "create", "建立", "");
        return id;
    }

    /** Freezes the draft and hands it in. Nobody posts to the book while the last entry is determined. */
    void submit(Actor actor, long documentId, int expected, String opinion) {
        Document document = store.get(actor, documentId);
        DocumentVersion version = locked(document, expected, State.DRAFT, "提交审核");
        long book = covered.scope(document).book();
        Snapshot snapshot = gatherer.gather(document, version.id(), sums.freeze(book, document.year()));
        Composed composed = drafts.compose(snapshot);
        List<String> missing = ReasonRule.apply(composed, limits.of(document.year())).stream()
                .filter(ReasonRule.DocumentReason::missing)
                .map(ReasonRule.DocumentReason::key)
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.conflict("E-DOC-010", "还有 " + missing.size() + " 项须说明原因后才能提交：" + shortened(missing));
        }
        refuseFailures(composed, "提交审核");
        change(
                version,
                """
                state = '已提交审核', snapshot = cast(:snapshot as jsonb), watermark = :watermark, submitted_by = :by,
                submitted_at = now()
                """,
                Map.of(
                        "snapshot",
                        SnapshotJson.write(snapshot),
                        "watermark",
                        snapshot.watermark(),
                        "by",
                        actor.userId()),
                actor);
        trail.add(actor, document, version.id(), "submit", "提交审核", opinion(opinion, false));
    }

    private static void refuseFailures(Composed composed, String act) {
        List<String> failures = composed.audit().with(Outcome.FAIL).stream()
                .map(result -> result.expression())
                .toList();
        if (!failures.isEmpty()) {
            throw Refusal.conflict(
                    "E-DOC-011", "还有 " + failures.size() + " 项校验不通过，不能" + act + "：" + shortened(failures));
        }
    }

    private static String shortened(List<String> names) {
        return String.join("、", names.subList(0, Math.min(SHOWN, names.size()))) + (names.size() > SHOWN ? " 等" : "");
    }

    /** The person who handed it in takes it back. */
    void withdraw(Actor actor, long documentId, int expected, String opinion) {
        Document document = store.get(actor, documentId);
        DocumentVersion version = locked(document, expected, State.SUBMITTED, "撤回");
        if (version.submittedBy() == null || version.submittedBy() != actor.userId()) {
            throw Refusal.forbidden("只有提交人可以撤回；审核人请用“退回”");
        }
        backToDraft(version, actor);
        trail.add(actor, document, version.id(), "withdraw", "撤回", opinion(opinion, false));
    }

    /** The reviewer sends it back, with what is to be mended. */
    void sendBack(Actor actor, long documentId, int expected, String opinion) {
        Document document = store.get(actor, documentId);
        DocumentVersion version = locked(document, expected);
        if (version.state() != State.SUBMITTED && version.state() != State.APPROVED) {
            throw wrongState(document, version, "退回");
        }
        String reason = opinion(opinion, true);
        backToDraft(version, actor);
        trail.add(actor, document, version.id(), "return", "退回", reason);
    }

    private void backToDraft(DocumentVersion version, Actor actor) {
        change(version, """
                state = '草稿', snapshot = null, watermark = null, submitted_by = null, submitted_at = null,
                approved_by = null, approved_on = null, approval_number = null, due_on = null, publishing_job = null
                """, Map.of(), actor);
    }

    /** Records the approval; never by the person who handed it in. */
    void approve(
            Actor actor, long documentId, int expected, @Nullable LocalDate approvedOn, String number, String opinion) {
        Document document = store.get(actor, documentId);
        DocumentVersion version = locked(document, expected, State.SUBMITTED, "批复");
        if (version.submittedBy() != null && version.submittedBy() == actor.userId()) {
            throw Refusal.forbidden("提交人不能批复自己提交的版本，请由另一人审核");
        }
        LocalDate today = LocalDate.now(clock);
        if (approvedOn == null || approvedOn.isAfter(today) || approvedOn.getYear() < document.year() - 1) {
            throw Refusal.field(
                    "E-DOC-012",
                    "批复日期",
                    approvedOn == null ? null : approvedOn.toString(),
                    "不晚于今天（" + today + "）的日期，如 " + today);
        }
        if (number.isBlank() || number.length() > 100) {
            throw Refusal.field("E-DOC-013", "批复文号", number, "1 至 100 个字的文号");
        }
        LocalDate due = approvedOn.plusDays(limits.of(document.year()).value("publish_days"));
        change(
                version,
                "state = '已批复', approved_by = :by, approved_on = :on, approval_number = :number, due_on = :due",
                Map.of("by", actor.userId(), "on", approvedOn, "number", number.strip(), "due", due),
                actor);
        String words = opinion(opinion, false);
        trail.add(
                actor,
                document,
                version.id(),
                "approve",
                "批复",
                number.strip() + "，" + approvedOn + (words.isEmpty() ? "" : "；" + words));
    }

    /** Queues the publication; gives the job. */
    long publish(Actor actor, long documentId, int expected) {
        Document document = store.get(actor, documentId);
        DocumentVersion version = locked(document, expected, State.APPROVED, "公开");
        long job = jobs.submit(
                actor,
                PublishingJob.KIND,
                "公开" + units.get(document.unitId()).name() + document.title(),
                Map.of("version", Long.toString(version.id()), "document", Long.toString(documentId)));
        change(version, "publishing_job = :job", Map.of("job", job), actor);
        trail.add(actor, document, version.id(), "publish", "开始公开", "");
        return job;
    }

    /** Starts a new version that corrects the published one. */
    void correct(Actor actor, long documentId, int expected, String reason) {
        Document document = store.get(actor, documentId);
        DocumentVersion version = locked(document, expected, State.PUBLISHED, "更正");
        String why = opinion(reason, true);
        long next = store.insertVersion(documentId, version.number() + 1, why, actor.displayName());
        words.copy(version.id(), next, actor.displayName());
        trail.add(actor, document, next, "correct", "更正", why);
    }

    // ----

    private DocumentVersion locked(Document document, int expected, State state, String act) {
        DocumentVersion version = locked(document, expected);
        if (version.state() != state) {
            throw wrongState(document, version, act);
        }
        return version;
    }

    private DocumentVersion locked(Document document, int expected) {
        DocumentVersion version = store.lockLatest(document.id());
        if (version.version() != expected) {
            throw Refusal.changedMeanwhile(
                    document.title() + "第 " + version.number() + " 版", version.updatedBy(), version.updatedAt());
        }
        return version;
    }

    private static Refusal wrongState(Document document, DocumentVersion version, String act) {
        return Refusal.conflict(
                "E-DOC-014",
                document.title() + "第 " + version.number() + " 版现在是“"
                        + version.state().printed() + "”，不能" + act);
    }

    private void change(DocumentVersion version, String assignments, Map<String, Object> values, Actor actor) {
        Map<String, Object> parameters = new HashMap<>(values);
        parameters.put("id", version.id());
        parameters.put("name", actor.displayName());
        jdbc.sql("update accounts.document_version set " + assignments
                        + ", version = version + 1, updated_by = :name, updated_at = now() where id = :id")
                .params(parameters)
                .update();
    }

    private static String opinion(String opinion, boolean needed) {
        String words = opinion.strip();
        if (words.length() > LONGEST_OPINION || (needed && words.isEmpty())) {
            throw Refusal.field("E-DOC-015", needed ? "原因" : "意见", words, (needed ? "1" : "0") + " 至 500 个字");
        }
        return words;
    }
}
