package org.tongchou.benefit.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongchou.benefit.policy.Condition;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Tier;

/** Which funds may pay for the people of a scheme: those of the tiers of its plans. */
final class SchemeFunds {
    private SchemeFunds() {}

    /** The funds in the order of the pack. */
    static List<Fund> of(PolicyPack pack, String scheme, LocalDate day) {
        Set<String> paying = pack.plans().stream()
                .filter(plan -> plan.holdsOn(day) && canHold(plan.when(), scheme))
                .flatMap(plan -> plan.tiers().stream())
                .map(pack.tiers()::get)
                .filter(Objects::nonNull)
                .filter(tier -> tier.holdsOn(day) && canHold(tier.when(), scheme))
                .map(Tier::fund)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return pack.vocabulary().funds().values().stream()
                .filter(fund -> paying.contains(fund.id()))
                .toList();
    }

    /** Whether a condition holds for some bill of the scheme. */
    private static boolean canHold(Condition condition, String scheme) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(part -> canHold(part, scheme));
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(part -> canHold(part, scheme));
        }
        if (condition instanceof Condition.Not not) {
            return !mustHold(not.condition(), scheme);
        }
        return !(condition instanceof Condition.Is is)
                || !asksScheme(is)
                || is.words().contains(scheme);
    }

    /** Whether a condition holds for all bills of the scheme. */
    private static boolean mustHold(Condition condition, String scheme) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(part -> mustHold(part, scheme));
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(part -> mustHold(part, scheme));
        }
        if (condition instanceof Condition.Not not) {
            return !canHold(not.condition(), scheme);
        }
        return condition instanceof Condition.Is is
                && asksScheme(is)
                && is.words().contains(scheme);
    }

    private static boolean asksScheme(Condition.Is is) {
        return is.fact().kind() == Fact.Kind.SCHEME;
    }
}
