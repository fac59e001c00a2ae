package org.tongchou.benefit.policy;

import java.util.List;
import java.util.Locale;

/** The kinds of mappings in the files of a pack, each with the keys it may have. */
enum Shape {
    /** A file of a pack. */
    FILE("region sources vocabulary counters parameters tiers plans"),
    /** A file of a reform. */
    REFORM_FILE("reform parameters tiers plans counters"),
    REGION("code name trust"),
    SOURCE("title number link checked trust"),
    VOCABULARY(
            "schemes levels providers person_types identities fee_tiers tags categories diseases diagnoses funds classes"),
    WORD("name code codes"),
    FUND("name code field"),
    COUNTER("meaning unit per by"),
    PARAMETER("meaning unit values"),
    DATED_VALUE("from to source checked trust is by rules"),
    RULE("when is by"),
    BAND("upto is"),
    FORMULA("of times plus each_visit at_least at_most round mode"),
    EACH_VISIT("add times from"),
    PLAN("id name from to when counts split tiers"),
    SPLIT("class_b first first_order package package_above"),
    TIER(
            "name fund basic from to when base measure counter against paid deductible bands whole ratio adjust most limits"
                    + " adds round balance"),
    DEDUCTIBLE("amount per counter chain counts spread"),
    ADJUSTMENT("when add times own_times replace"),
    LIMIT("amount counter of excess times share including over combine plus when"),
    ROUND("to mode"),
    REFORM("name base");

    private final String keys;

    Shape(String keys) {
        this.keys = keys;
    }

    /** The keys it may have. */
    List<String> keys() {
        return List.of(keys.split(" "));
    }

    /** Its name in the schema, for example {@code dated_value}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
