package org.tongchou.platform.contribution.subsidy;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.contribution.SubsidyYears;
import org.tongchou.platform.web.Actor;

/** Takes the subsidies of whole years through {@link Subsidies} and {@link Grants}. */
@Service
class WholeYears implements SubsidyYears {
    private final Subsidies subsidies;
    private final Grants grants;

    WholeYears(Subsidies subsidies, Grants grants) {
        this.subsidies = subsidies;
        this.grants = grants;
    }

    @Override
    @Transactional
    public void expect(Actor actor, int year, LocalDate day) {
        subsidies.count(actor, year, "预计", day);
    }

    @Override
    @Transactional
    public void confirm(Actor actor, int year, LocalDate day) {
        subsidies.count(actor, year, "核定", day);
    }

    @Override
    @Transactional
    public void advance(Actor clerk, Actor second, int year, LocalDate day, String document) {
        grant(clerk, second, year, "预拨", day, document);
    }

    @Override
    @Transactional
    public void clear(Actor clerk, Actor second, int year, LocalDate day, String document) {
        grant(clerk, second, year, "清算", day, document);
    }

    private void grant(Actor clerk, Actor second, int year, String stage, LocalDate day, String document) {
        grants.review(
                second,
                grants.enterAll(clerk, year, stage, day, document).stream()
                        .map(SubsidyYear.Grant::id)
                        .toList(),
                true,
                null);
    }
}
