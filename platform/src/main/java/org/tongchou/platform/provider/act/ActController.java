package org.tongchou.platform.provider.act;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** What was done and what waits for a second person. */
@RestController
@Tag(name = "定点事项")
@RequestMapping("/api/provider/acts")
class ActController {
    private final Acts acts;

    ActController(Acts acts) {
        this.acts = acts;
    }

    @Requires("provider.institution.view")
    @GetMapping
    Page<Act> list(@AuthenticationPrincipal Actor actor, @RequestParam @Nullable String state, PageQuery page) {
        return acts.list(actor, state, page);
    }

    @Requires("provider.act.review")
    @PostMapping("/{id}/decision")
    Act decide(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Decision request) {
        return acts.decide(actor, id, Given.required("是否通过", request.approved()), request.note());
    }

    /**
     * What the second person decides.
     *
     * @param approved whether it takes effect
     * @param note what they say; needed to return it
     */
    record Decision(@Nullable Boolean approved, @Nullable String note) {}
}
