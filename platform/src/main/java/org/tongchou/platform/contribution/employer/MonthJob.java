package org.tongchou.platform.contribution.employer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.web.Refusal;

/**
 * A month of many employers: declared and submitted, or reviewed and thereby billed and, where the money is there, posted. Each
 * employer is a transaction of its own; a run that was cut off goes on with those that are not done.
 */
@Component
class MonthJob implements JobHandler {
    static final String KIND = "contribution.months";

    private final Declarations declarations;
    private final DeclarationStore store;
    private final Employers employers;
    private final TransactionTemplate transaction;

    MonthJob(Declarations declarations, DeclarationStore store, Employers employers, TransactionTemplate transaction) {
        this.declarations = declarations;
        this.store = store;
        this.employers = employers;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        YearMonth month = YearMonth.parse(run.parameters().getOrDefault("month", ""));
        List<String> counties =
                List.of(run.parameters().getOrDefault("counties", "").split(","));
        if (run.parameters().getOrDefault("step", "").equals("submit")) {
            Set<Long> submitted = store.submitted(counties, month.atDay(1));
            each(
                    run,
                    employers.in(counties).stream()
                            .filter(employer -> isOpen(employer, month) && !submitted.contains(employer.id()))
                            .toList(),
                    employer -> declarations.submit(
                            run.actor(), declarations.draft(run.actor(), employer.code(), month, Map.of())));
        } else {
            each(
                    run,
                    store.waiting(counties, month.atDay(1), run.actor().userId()),
                    id -> declarations.accept(run.actor(), id));
        }
    }

    private static boolean isOpen(Employer employer, YearMonth month) {
        LocalDate closed = employer.closed();
        return !employer.registered().isAfter(month.atEndOfMonth())
                && (closed == null || !closed.isBefore(month.atDay(1)));
    }

    /** Does each in a transaction of its own; who cannot be done is counted, and the others go on. */
    private <T> void each(JobRun run, List<T> all, Consumer<T> act) {
        int done = 0;
        int left = 0;
        String reason = "";
        for (T one : all) {
            run.stopIfCancelled();
            try {
                transaction.executeWithoutResult(status -> act.accept(one));
                done += 1;
            } catch (Refusal e) {
                left += 1;
                reason = reason.isEmpty() ? String.valueOf(e.getMessage()) : reason;
            }
            run.progress((long) done + left, all.size(), "已办理 " + done + " 家");
        }
        run.result(Map.of("done", done, "left", left, "reason", reason));
    }
}
