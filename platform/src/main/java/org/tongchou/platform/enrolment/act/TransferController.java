package org.tongchou.platform.enrolment.act;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;

/** Transfers between regions. */
@RestController
@RequestMapping("/api/enrolment/transfers")
class TransferController {
    private final Transfers transfers;

    TransferController(Transfers transfers) {
        this.transfers = transfers;
    }

    @Requires("enrolment.person.view")
    @GetMapping
    List<Transfers.Row> list(
            @AuthenticationPrincipal Actor actor, @RequestParam(required = false) @Nullable String direction) {
        return transfers.list(actor, direction);
    }

    @Requires("enrolment.person.view")
    @GetMapping("/{id}")
    Transfers.Certificate get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return transfers.get(actor, id);
    }
}
