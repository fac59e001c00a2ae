package org.tongchou.platform.desk;

import java.util.Comparator;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.SignedIn;

/** The work queue. */
@RestController
@RequestMapping("/api/desk")
class DeskController {
    private final List<TaskSource> sources;

    DeskController(List<TaskSource> sources) {
        this.sources = sources;
    }

    /** What waits for the signed-in person, the earliest due first. */
    @SignedIn
    @GetMapping("/tasks")
    List<Task> tasks(@AuthenticationPrincipal Actor actor) {
        return sources.stream()
                .flatMap(source -> source.waitingFor(actor).stream())
                .sorted(Comparator.comparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
