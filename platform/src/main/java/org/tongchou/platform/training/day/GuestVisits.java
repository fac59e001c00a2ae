package org.tongchou.platform.training.day;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tongchou.platform.training.HisClient;
import org.tongchou.platform.training.PriceList;
import org.tongchou.platform.training.TrainingLines;
import org.tongchou.platform.training.day.DayPlan.Planned;
import org.tongchou.platform.training.day.VisitRun.Outcome;

/**
 * People insured in another region come to the institutions of the synthetic one, after its day. The same guests again ask under the
 * same message ids and do nothing twice.
 */
@Service
public class GuestVisits {
    private static final String OPERATOR = "样例收费员";
    /** Plans are drawn until there are enough visits of kinds for which one need not be filed. */
    private static final int DRAWN = 8;

    private final TrainingDay day;
    private final TrainingLines lines;

    GuestVisits(TrainingDay day, TrainingLines lines) {
        this.day = day;
        this.lines = lines;
    }

    /**
     * Has guests treated, one visit each, and the institutions reconcile.
     *
     * @param area code of the region that insures them
     * @param idNumbers their identity numbers
     * @param seed what their visits are drawn from
     * @return how many visits were settled
     */
    public int play(String area, List<String> idNumbers, long seed) {
        TrainingDay.Day played = day.find().orElseThrow();
        LocalDateTime end = played.begunAt();
        List<Planned> planned = DayPlan.of(
                        day.town(DRAWN * idNumbers.size()), PriceList.usual(), seed, DRAWN * idNumbers.size(), end)
                .visits()
                .stream()
                .filter(visit -> !visit.kind().pharmacy() && !visit.kind().use().equals("chronic"))
                .limit(idNumbers.size())
                .toList();
        int settled = 0;
        for (int guest = 0; guest < planned.size(); guest++) {
            Planned visit = planned.get(guest);
            HisClient client = lines.client(visit.institution(), OPERATOR);
            Outcome outcome = new VisitRun(client, visit, end.minusSeconds(seed * idNumbers.size() + guest), area)
                    .run(idNumbers.get(guest));
            day.keep(visit, outcome);
            settled += outcome.bills().isEmpty() ? 0 : 1;
        }
        day.reconcile(played);
        return settled;
    }
}
