package org.tongchou.platform.desk;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;
import org.tongchou.platform.web.SignedIn;

/** Notices on the desk. */
@RestController
@Tag(name = "工作台")
@RequestMapping("/api/desk/notices")
class NoticeController {
    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    @Bean
    static RightCatalogue deskRights() {
        return () -> List.of(new RightDefinition("desk.notice.edit", "工作台", "发布、撤回通知"));
    }

    /** The notices of today, the newest first. */
    @SignedIn
    @GetMapping
    List<Notice> list() {
        return notices.current();
    }

    /** Publishes a notice to everybody. */
    @Requires("desk.notice.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Notice publish(@AuthenticationPrincipal Actor actor, @RequestBody NewNotice notice) {
        return notices.publish(actor, notice.title(), notice.body(), notice.until());
    }

    /** Takes a notice back. */
    @Requires("desk.notice.edit")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        notices.withdraw(actor, id);
    }

    /**
     * A notice to be published.
     *
     * @param title title, at most 100 characters
     * @param body plain text, at most 4,000 characters
     * @param until last day on which it is shown
     */
    record NewNotice(
            @Nullable String title,
            @Nullable String body,
            @Nullable LocalDate until) {}
}
