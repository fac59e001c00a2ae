package org.tongchou.platform.region;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.platform.web.Actor;

/** The pooling region that this installation runs. */
public interface Region {
    /** Six digits, 医保区划. */
    String code();

    /** 样例市. */
    String name();

    /** The policy in force, without errors. */
    PolicyPack pack();

    /** The counties by code. */
    List<County> counties();

    /** The words by which the policy tells counties apart; none when it treats all alike. */
    Set<String> tiers();

    /** A county; refuses with 404 when there is none. */
    County county(String code);

    /** The counties within the data scope of somebody, by code. */
    default List<County> counties(Actor actor) {
        return counties().stream().filter(county -> actor.sees(county.unitId())).toList();
    }

    /** Figures of a county and year; empty when nobody has told them. */
    Optional<Population> population(String county, int year);

    /** Adds a county; refuses a code that is taken. */
    County create(Actor actor, County county);

    /** Tells the figures of a county and year; those told before stay in the history. */
    void tell(Actor actor, Population population);
}
