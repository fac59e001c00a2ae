package org.tongchou.platform.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;
import org.tongchou.platform.web.SignedIn;

/** Long work: everybody their own, with the right {@code job.all} everybody's. */
@RestController
@RequestMapping("/api/jobs")
class JobController {
    private final JobService jobs;

    JobController(JobService jobs) {
        this.jobs = jobs;
    }

    @Bean
    static RightCatalogue jobRights() {
        return () -> List.of(new RightDefinition(JobService.ALL, "后台任务", "查看、取消和重试所有人的任务"));
    }

    /** The jobs, the newest first. */
    @SignedIn
    @GetMapping
    Page<Job> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            PageQuery page) {
        return jobs.list(actor, state, kind, page);
    }

    /** One job with its progress. */
    @SignedIn
    @GetMapping("/{id}")
    Job get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return jobs.get(actor, id);
    }

    /** Asks a job to stop; what it has done already stays as its handler left it. */
    @SignedIn
    @PostMapping("/{id}/cancel")
    Job cancel(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return jobs.cancel(actor, id);
    }

    /** Queues a failed or cancelled job again. */
    @SignedIn
    @PostMapping("/{id}/retry")
    Job retry(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return jobs.retry(actor, id);
    }
}
