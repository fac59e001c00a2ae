package org.tongchou.platform.accounts.document;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.accounts.document.DocumentVersion.State;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** Documents and the way of their versions. */
@Tag(name = "部门预决算")
@RestController
@RequestMapping("/api/accounts/documents")
class DocumentController {
    private final DocumentStore store;
    private final DocumentLists lists;
    private final DocumentFlow flow;
    private final DocumentTrail trail;
    private final Units units;
    private final Clock clock;

    DocumentController(
            DocumentStore store,
            DocumentLists lists,
            DocumentFlow flow,
            DocumentTrail trail,
            Units units,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.flow = flow;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A document to be made.
     *
     * @param unitId the unit; one with others below is rolled up
     * @param year budget year
     * @param kind 预算 or 决算
     * @param moneyUnit 元 or 万元; 万元 unless said
     * @param blankZeros whether tables leave zeros blank; they print them unless said
     * @param threePublicBase what 三公 is compared with, 全年预算数 or 年初预算数; the first unless said
     */
    record NewDocument(
            @Nullable Long unitId,
            @Nullable Integer year,
            @Nullable String kind,
            @Nullable String moneyUnit,
            @Nullable Boolean blankZeros,
            @Nullable String threePublicBase) {}

    /**
     * A step of a version.
     *
     * @param version the version's number of changes that the person saw
     * @param opinion what the person says; the reason for sending back and correcting
     * @param approvedOn date of the approval, for approving
     * @param approvalNumber its number, for approving
     */
    record DocumentStep(
            @Nullable Integer version,
            @Nullable String opinion,
            @Nullable LocalDate approvedOn,
            @Nullable String approvalNumber) {
        int expected() {
            return version == null ? 0 : version;
        }

        String words() {
            return opinion == null ? "" : opinion;
        }
    }

    /** A version in the list of versions. */
    record DocumentVersionView(
            int number,
            String state,
            String correctionReason,
            @Nullable String approvedOn,
            @Nullable String approvalNumber,
            @Nullable String dueOn,
            boolean overdue,
            @Nullable Long publishingJob,
            @Nullable String publishedAt,
            int version,
            String updatedBy,
            String updatedAt) {}

    /**
     * A document's head.
     *
     * @param id its id
     * @param title {@code 2024 年度部门决算}
     * @param unitId the unit
     * @param unitName its name
     * @param year budget year
     * @param kind 预算 or 决算
     * @param moneyUnit unit of money that is printed
     * @param current the version that is shown
     * @param latest whether it is the latest
     * @param next what is to be done next
     * @param actions what this person can do with it now: edit, submit, withdraw, return, approve, publish, correct
     * @param versions all versions, the latest first
     */
    record DocumentHead(
            long id,
            String title,
            long unitId,
            String unitName,
            int year,
            String kind,
            String moneyUnit,
            DocumentVersionView current,
            boolean latest,
            String next,
            List<String> actions,
            List<DocumentVersionView> versions) {}

    /** The documents within the scope. */
    @Requires(DocumentRights.READ)
    @GetMapping
    Page<DocumentLists.DocumentItem> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Long unitId,
            @RequestParam(required = false) @Nullable String state,
            PageQuery page) {
        return lists.list(actor, new DocumentLists.Filter(year, kind, unitId, state), page);
    }

    /** Makes a document with its first draft. */
    @Requires(DocumentRights.EDIT)
    @PostMapping
    DocumentHead create(@AuthenticationPrincipal Actor actor, @RequestBody NewDocument request) {
        if (request.unitId() == null) {
            throw Refusal.field("E-DOC-006", "单位", null, "单位树中的一个单位");
        }
        if (request.year() == null) {
            throw Refusal.field("E-DOC-005", "年度", null, "四位年份");
        }
        long id = flow.create(
                actor,
                request.unitId(),
                request.year(),
                DocumentStore.kind(request.kind() == null ? "" : request.kind()),
                request.moneyUnit() == null ? "万元" : request.moneyUnit(),
                Boolean.TRUE.equals(request.blankZeros()),
                request.threePublicBase() == null ? "全年预算数" : request.threePublicBase());
        return head(actor, id, null);
    }

    /** A document's head with its versions and what can be done. */
    @Requires(DocumentRights.READ)
    @GetMapping("/{id}")
    DocumentHead head(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version) {
        Document document = store.get(actor, id);
        List<DocumentVersion> versions = store.versions(id);
        DocumentVersion current = store.version(id, version);
        boolean latest = current.id() == versions.get(0).id();
        return new DocumentHead(
                id,
                document.title(),
                document.unitId(),
                units.get(document.unitId()).name(),
                document.year(),
                document.kind().printed(),
                document.moneyUnit(),
                view(current),
                latest,
                DocumentLists.next(current.state().printed()),
                latest ? actions(actor, current) : List.of(),
                versions.stream().map(this::view).toList());
    }

    private DocumentVersionView view(DocumentVersion version) {
        LocalDate due = version.dueOn();
        return new DocumentVersionView(
                version.number(),
                version.state().printed(),
                version.correctionReason(),
                version.approvedOn() == null ? null : version.approvedOn().toString(),
                version.approvalNumber(),
                due == null ? null : due.toString(),
                due != null && version.state() == State.APPROVED && due.isBefore(LocalDate.now(clock)),
                version.publishingJob(),
                version.publishedAt(),
                version.version(),
                version.updatedBy(),
                version.updatedAt());
    }

    private static List<String> actions(Actor actor, DocumentVersion version) {
        boolean own = version.submittedBy() != null && version.submittedBy() == actor.userId();
        List<Map.Entry<String, Boolean>> all = switch (version.state()) {
            case DRAFT ->
                List.of(
                        Map.entry("edit", actor.may(DocumentRights.EDIT)),
                        Map.entry("submit", actor.may(DocumentRights.SUBMIT)));
            case SUBMITTED ->
                List.of(
                        Map.entry("withdraw", own && actor.may(DocumentRights.SUBMIT)),
                        Map.entry("approve", !own && actor.may(DocumentRights.APPROVE)),
                        Map.entry("return", !own && actor.may(DocumentRights.APPROVE)));
            case APPROVED ->
                List.of(
                        Map.entry("publish", actor.may(DocumentRights.PUBLISH)),
                        Map.entry("return", actor.may(DocumentRights.APPROVE)));
            case PUBLISHED -> List.of(Map.entry("correct", actor.may(DocumentRights.EDIT)));
        };
        return all.stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    }

    /** Who did what with which opinion, over all versions. */
    @Requires(DocumentRights.READ)
    @GetMapping("/{id}/trail")
    List<DocumentTrail.DocumentTrailStep> trail(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return trail.list(store.get(actor, id).id());
    }

    /** Hands the draft in and freezes its figures. */
    @Requires(DocumentRights.SUBMIT)
    @PostMapping("/{id}/submit")
    DocumentHead submit(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody DocumentStep step) {
        flow.submit(actor, id, step.expected(), step.words());
        return head(actor, id, null);
    }

    /** Takes back what one has handed in. */
    @Requires(DocumentRights.SUBMIT)
    @PostMapping("/{id}/withdraw")
    DocumentHead withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody DocumentStep step) {
        flow.withdraw(actor, id, step.expected(), step.words());
        return head(actor, id, null);
    }

    /** Sends it back to be mended. */
    @Requires(DocumentRights.APPROVE)
    @PostMapping("/{id}/return")
    DocumentHead sendBack(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody DocumentStep step) {
        flow.sendBack(actor, id, step.expected(), step.words());
        return head(actor, id, null);
    }

    /** Records the approval. */
    @Requires(DocumentRights.APPROVE)
    @PostMapping("/{id}/approve")
    DocumentHead approve(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody DocumentStep step) {
        flow.approve(
                actor,
                id,
                step.expected(),
                step.approvedOn(),
                step.approvalNumber() == null ? "" : step.approvalNumber(),
                step.words());
        return head(actor, id, null);
    }

    /** Queues the publication; the job's id stands in the version. */
    @Requires(DocumentRights.PUBLISH)
    @PostMapping("/{id}/publish")
    DocumentHead publish(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody DocumentStep step) {
        flow.publish(actor, id, step.expected());
        return head(actor, id, null);
    }

    /** Starts a correction of what was published. */
    @Requires(DocumentRights.EDIT)
    @PostMapping("/{id}/correct")
    DocumentHead correct(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody DocumentStep step) {
        flow.correct(actor, id, step.expected(), step.words());
        return head(actor, id, null);
    }
}
