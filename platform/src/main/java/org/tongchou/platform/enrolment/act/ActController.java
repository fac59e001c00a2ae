package org.tongchou.platform.enrolment.act;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Acts at the counter: the list, one of them, and what becomes of it. */
@RestController("enrolmentActController")
@RequestMapping("/api/enrolment/acts")
class ActController {
    private final Acts acts;
    private final ActLists lists;

    ActController(Acts acts, ActLists lists) {
        this.acts = acts;
        this.lists = lists;
    }

    @Requires("enrolment.person.view")
    @GetMapping
    Page<ActLists.Row> list(@AuthenticationPrincipal Actor actor, ActLists.Filter filter, PageQuery page) {
        return lists.list(actor, filter, page);
    }

    @Requires("enrolment.person.view")
    @GetMapping("/{id}")
    ActLists.Detail get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return lists.detail(actor, id);
    }

    @Requires("enrolment.act.review")
    @PostMapping("/{id}/approval")
    ActLists.Detail approve(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Opinion opinion) {
        acts.approve(actor, id, opinion.opinion());
        return lists.detail(actor, id);
    }

    @Requires("enrolment.act.review")
    @PostMapping("/{id}/return")
    ActLists.Detail giveBack(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Opinion opinion) {
        acts.giveBack(actor, id, opinion.opinion());
        return lists.detail(actor, id);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/{id}/withdrawal")
    ActLists.Detail withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        acts.withdraw(actor, id);
        return lists.detail(actor, id);
    }

    // ---- entered

    @Requires("enrolment.act.enter")
    @PostMapping("/registration")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail register(@AuthenticationPrincipal Actor actor, @RequestBody Forms.Register form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/newborn")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail newborn(@AuthenticationPrincipal Actor actor, @RequestBody Forms.Newborn form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/change")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail change(@AuthenticationPrincipal Actor actor, @RequestBody Forms.Change form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/enrolment")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail enrol(@AuthenticationPrincipal Actor actor, @RequestBody Forms.Enrol form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/switch")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail change(@AuthenticationPrincipal Actor actor, @RequestBody Forms.Switch form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/suspension")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail suspend(@AuthenticationPrincipal Actor actor, @RequestBody Forms.Suspend form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/resumption")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail resume(@AuthenticationPrincipal Actor actor, @RequestBody Forms.Resume form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/retirement")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail retire(@AuthenticationPrincipal Actor actor, @RequestBody Forms.Retire form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/death")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail die(@AuthenticationPrincipal Actor actor, @RequestBody Forms.Death form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/transfer-in")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail come(@AuthenticationPrincipal Actor actor, @RequestBody Forms.TransferIn form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/transfer-out")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail go(@AuthenticationPrincipal Actor actor, @RequestBody Forms.TransferOut form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/identity")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail identify(@AuthenticationPrincipal Actor actor, @RequestBody Forms.Identity form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/identity-end")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail endIdentity(@AuthenticationPrincipal Actor actor, @RequestBody Forms.IdentityEnd form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/merge")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail merge(@AuthenticationPrincipal Actor actor, @RequestBody Forms.Merge form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/employer")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail employer(@AuthenticationPrincipal Actor actor, @RequestBody Forms.EmployerForm form) {
        return enter(actor, form);
    }

    @Requires("enrolment.act.enter")
    @PostMapping("/undo")
    @ResponseStatus(HttpStatus.CREATED)
    ActLists.Detail undo(@AuthenticationPrincipal Actor actor, @RequestBody Forms.Undo form) {
        return enter(actor, form);
    }

    private ActLists.Detail enter(Actor actor, Form form) {
        return lists.detail(actor, acts.enter(actor, form));
    }

    /**
     * What the reviewer says.
     *
     * @param opinion one sentence; needed to send an act back
     */
    record Opinion(@Nullable String opinion) {}
}
