package org.tongchou.platform.settlement.view;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.settlement.view.SettlementWords.Word;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Visits, and the words that lists and forms of this duty need. */
@RestController
@Tag(name = "医疗结算")
@RequestMapping("/api/settlement")
class VisitController {
    private final VisitList visits;
    private final SettlementWords words;
    private final AuditLog audit;

    VisitController(VisitList visits, SettlementWords words, AuditLog audit) {
        this.visits = visits;
        this.words = words;
        this.audit = audit;
    }

    @Requires("settlement.bill.view")
    @PostMapping("/visits/search")
    Page<VisitList.Row> find(
            @AuthenticationPrincipal Actor actor, @RequestBody VisitList.Search search, PageQuery page) {
        return visits.list(actor, search, page);
    }

    @Requires("settlement.bill.view")
    @GetMapping("/visits/{number}")
    @Transactional
    public VisitList.Whole open(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        VisitList.Whole visit = visits.open(actor, number);
        audit.record(actor, "settlement.visit.view", "settlement.visit", number, "查看就诊 " + number, null, null);
        return visit;
    }

    /**
     * Words.
     *
     * @param schemes 险种
     * @param kinds 医疗类别
     * @param diseases 慢特病病种
     * @param referrals how a referral is filed
     */
    record Words(List<Word> schemes, List<Word> kinds, List<Word> diseases, List<Word> referrals) {}

    @Requires("settlement.bill.view")
    @GetMapping("/words")
    Words words() {
        return new Words(
                words.schemes(),
                words.kinds(),
                words.diseases(),
                Stream.of("referred", "resident", "emergency")
                        .map(word -> new Word(word, words.filing(word)))
                        .toList());
    }
}
