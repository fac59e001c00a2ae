package org.tongchou.platform.contribution.employer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.web.Refusal;

/**
 * A month of many employers: declared and submitted, or reviewed and thereby billed and, where the money is there, posted. Some
 * hundreds are a transaction; where one of them is refused, each has its own. A run that was cut off goes on with those that
 * are not done.
 */
@Component
class MonthJob implements JobHandler {
    static final String KIND = "contribution.months";
    private static final int CHUNK = 200;

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
                    some -> declarations.declare(run.actor(), some, month));
        } else {
            each(run, store.waiting(counties, month.atDay(1), run.actor().userId()), some -> {
                declarations.accept(run.actor(), some);
                return some.size();
            });
        }
    }

    private static boolean isOpen(Employer employer, YearMonth month) {
        LocalDate closed = employer.closed();
        return !employer.registered().isAfter(month.atEndOfMonth())
                && (closed == null || !closed.isBefore(month.atDay(1)));
    }

    /** Does some at a time; who cannot be done is counted, and the others go on. */
    private <T> void each(JobRun run, List<T> all, ToIntFunction<List<T>> act) {
        Tally tally = new Tally();
        for (int from = 0; from < all.size(); from += CHUNK) {
            run.stopIfCancelled();
            List<T> some = all.subList(from, Math.min(from + CHUNK, all.size()));
            if (!tally.add(some, act) && some.size() > 1) {
                some.forEach(one -> tally.add(List.of(one), act));
            }
            run.progress(from + (long) some.size(), all.size(), "已办理 " + tally.done + " 家");
        }
        run.result(Map.of("done", tally.done, "left", all.size() - tally.done, "reason", tally.reason));
    }

    /** What was done. */
    private final class Tally {
        private int done;
        private String reason = "";

        /** Does some in one transaction, or none of them. */
        <T> boolean add(List<T> some, ToIntFunction<List<T>> act) {
            try {
                Integer these = transaction.execute(status -> act.applyAsInt(some));
                done += these == null ? 0 : these;
                return true;
            } catch (Refusal e) {
                reason = reason.isEmpty() ? String.valueOf(e.getMessage()) : reason;
                return false;
            }
        }
    }
}
