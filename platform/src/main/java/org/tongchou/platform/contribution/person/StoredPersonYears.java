package org.tongchou.platform.contribution.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.contribution.PersonYears;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/** Whole years, through {@link AidClaims} and {@link Carrying}. */
@Service
class StoredPersonYears implements PersonYears {
    private final DueStore dues;
    private final AidClaims claims;
    private final Carrying carrying;
    private final Region region;

    StoredPersonYears(DueStore dues, AidClaims claims, Carrying carrying, Region region) {
        this.dues = dues;
        this.claims = claims;
        this.carrying = carrying;
        this.region = region;
    }

    @Override
    public Map<Long, Long> owed(String scheme, String period, Collection<Long> persons) {
        Map<Long, Long> owed = new HashMap<>();
        dues.open(scheme, persons, false).stream()
                .filter(due -> due.period().equals(period))
                .forEach(due -> owed.merge(due.personId(), due.personalFen(), Long::sum));
        return owed;
    }

    @Override
    @Transactional
    public void claimAid(Actor clerk, Actor second, int year, LocalDate day, String document) {
        String[] counties = counties();
        if (!claims.open(counties, year).isEmpty()) {
            claims.enter(clerk, counties, year, AidClaims.FISCAL, day, document)
                    .forEach(claim -> claims.review(second, claim.id(), true, null));
        }
    }

    @Override
    @Transactional
    public void carry(Actor actor, int year) {
        String[] counties = counties();
        if (!carrying.open(counties, year).isEmpty()) {
            carrying.carry(actor, counties, year);
        }
    }

    private String[] counties() {
        return region.counties().stream().map(County::code).toArray(String[]::new);
    }
}
