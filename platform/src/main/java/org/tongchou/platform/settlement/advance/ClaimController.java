package org.tongchou.platform.settlement.advance;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.audit.ListExport;
import org.tongchou.platform.settlement.advance.ClaimActs.Claim;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Claims over HTTP. */
@RestController("settlementClaimController")
@Tag(name = "医疗结算")
@RequestMapping("/api/settlement/claims")
class ClaimController {
    private static final int CHUNK = 500;
    private static final List<Column> COLUMNS = List.of(
            Column.text("追偿编号", 24),
            Column.text("受理编号", 24),
            Column.text("人员编号", 22),
            Column.text("对象", 10),
            Column.text("债务人", 24),
            Column.date("立案日期"),
            Column.integer("账龄（天）"),
            Column.money("应追回"),
            Column.money("已收回"),
            Column.money("已核销"),
            Column.money("未追回"),
            Column.text("状态", 10));

    private final ClaimActs claims;
    private final Accidents accidents;
    private final ListExport export;

    ClaimController(ClaimActs claims, Accidents accidents, ListExport export) {
        this.claims = claims;
        this.accidents = accidents;
        this.export = export;
    }

    /**
     * A claim with what became of it.
     *
     * @param claim the claim
     * @param acts what came in and what was written off
     * @param accident what happened; null when the person owes
     */
    record View(
            Claim claim, List<ClaimActs.Act> acts, @Nullable Accident accident) {}

    /**
     * A review.
     *
     * @param accept whether it is posted
     * @param reason why not
     */
    record Review(@Nullable Boolean accept, @Nullable String reason) {}

    @Requires("settlement.advance.view")
    @GetMapping
    Page<Claim> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String text,
            PageQuery page) {
        return claims.page(actor, state, kind, text, page);
    }

    @Requires("settlement.manual.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        ListExport.Subject subject =
                new ListExport.Subject("settlement.claim.export", "settlement.claim", "0", "应追回款清单", "单位：元");
        return export.answer(actor, subject, format, COLUMNS, sink -> {
            for (int number = 1; ; number++) {
                List<Claim> rows = claims.page(actor, state, kind, text, new PageQuery(number, CHUNK, null))
                        .items();
                for (Claim one : rows) {
                    sink.row(
                            one.number(),
                            one.applicationNumber(),
                            one.personNumber(),
                            one.kind(),
                            one.debtor(),
                            one.openedOn(),
                            one.days(),
                            one.fen(),
                            one.receivedFen(),
                            one.writtenOffFen(),
                            one.openFen(),
                            one.state());
                }
                if (rows.size() < CHUNK) {
                    return;
                }
            }
        });
    }

    @Requires("settlement.advance.view")
    @GetMapping("/{id}")
    View get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return view(claims.get(actor, id));
    }

    private View view(Claim claim) {
        return new View(
                claim,
                claims.acts(claim.id()),
                claim.kind().equals("第三人") ? accidents.of(claim.applicationId()).orElse(null) : null);
    }

    @Requires("settlement.advance.edit")
    @PostMapping("/{id}/acts")
    @ResponseStatus(HttpStatus.CREATED)
    View enter(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody ClaimActs.Request request) {
        return view(claims.enter(actor, id, request));
    }

    @Requires("settlement.advance.review")
    @PostMapping("/{id}/acts/{act}/review")
    View review(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable long act,
            @RequestBody Review review) {
        return view(claims.review(actor, id, act, Given.required("复核结论", review.accept()), review.reason()));
    }
}
