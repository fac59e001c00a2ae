package org.tongchou.benefit.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.settle.BenefitEngine;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Line;
import org.tongchou.benefit.settle.Person;
import org.tongchou.benefit.settle.Policy;
import org.tongchou.benefit.settle.YearState;
import org.tongchou.money.Money;

/** Which kinds of bills a person of a scheme has: only those that the region's rules settle. */
final class KindChoice {
    /** Kinds with how many of a thousand bills they are. */
    private static final Map<String, Integer> SHARES = shares();

    private static final String FALLBACK = "outpatient";

    private final ClaimsWords words;
    private final Map<Integer, List<String>> bySchemes = new HashMap<>();

    /** By scheme the kinds with class B lines: care at home, for one, knows no such class. */
    private final Map<Integer, Set<String>> withClassB = new HashMap<>();

    KindChoice(PolicyPack pack, ClaimsWords words, int year) {
        this.words = words;
        Policy policy = Policy.compile(pack, LocalDate.of(year, 7, 1));
        for (String scheme : List.of("employee", "resident")) {
            List<String> settled = SHARES.keySet().stream()
                    .filter(kind -> settles(policy, scheme, kind, "A", year))
                    .sorted()
                    .toList();
            List<String> drawn = new ArrayList<>();
            for (String kind : settled) {
                for (int i = 0; i < SHARES.getOrDefault(kind, 0); i++) {
                    drawn.add(kind);
                }
            }
            int number = words.number(Fact.Kind.SCHEME, scheme);
            bySchemes.put(number, drawn);
            withClassB.put(
                    number,
                    settled.stream()
                            .filter(kind -> settles(policy, scheme, kind, "B", year))
                            .collect(Collectors.toSet()));
        }
    }

    private static Map<String, Integer> shares() {
        Map<String, Integer> shares = new HashMap<>();
        shares.put(FALLBACK, 560);
        shares.put("pharmacy", 140);
        shares.put("chronic", 140);
        shares.put("inpatient", 90);
        shares.put("emergency", 40);
        shares.put("day_surgery", 10);
        shares.put("special_drug", 10);
        shares.put("maternity_inpatient", 5);
        shares.put("care_month", 5);
        return shares;
    }

    /** Whether bills of a kind have class B lines. */
    boolean hasClassB(int scheme, String kind) {
        return withClassB.getOrDefault(scheme, Set.of()).contains(kind);
    }

    /** Whether a line of a class is settled, of one category at least. */
    private boolean settles(Policy policy, String scheme, String kind, String catalogue, int year) {
        List<String> categories = words.of(Fact.Kind.CATEGORY);
        return (categories.isEmpty() ? List.of("") : categories)
                .stream().anyMatch(category -> settles(policy, scheme, kind, catalogue, category, year));
    }

    private boolean settles(Policy policy, String scheme, String kind, String catalogue, String category, int year) {
        List<String> diseases = words.of(Fact.Kind.DISEASE);
        if (kind.equals("chronic") && diseases.isEmpty()) {
            return false;
        }
        Bill bill = Bill.of("1", kind, LocalDate.of(year, 7, 1))
                .provider(words.of(Fact.Kind.LEVEL).get(0))
                .disease(kind.equals("chronic") ? diseases.get(0) : "")
                .lines(List.of(Line.of(catalogue, Money.yuan("100")).withCategory(category)))
                .build();
        Person person = Person.of(LocalDate.of(year - 45, 1, 1), scheme);
        return BenefitEngine.settle(policy, person, YearState.start(policy.layout()), bill)
                .settlement()
                .filter(settlement -> settlement.total().equals(Money.yuan("100")))
                .isPresent();
    }

    String choose(PersonRow person, int age, SplittableRandom random) {
        List<String> drawn = bySchemes.getOrDefault(person.scheme(), List.of());
        String kind = drawn.isEmpty() ? FALLBACK : drawn.get(random.nextInt(drawn.size()));
        boolean fits = switch (kind) {
            case "chronic" -> person.heldDiseases() != 0;
            case "maternity_inpatient" -> person.sex() == 1 && age >= 20 && age < 45;
            case "care_month" -> person.careLevel() > 0;
            default -> true;
        };
        return fits ? kind : FALLBACK;
    }
}
