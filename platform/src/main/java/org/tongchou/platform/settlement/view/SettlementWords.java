package org.tongchou.platform.settlement.view;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Counter;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Tier;
import org.tongchou.benefit.policy.Unit;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.platform.region.PolicyView;
import org.tongchou.platform.region.PolicyWords;
import org.tongchou.platform.region.Region;

/** The words of the policy pack as people read them. */
@Component
public class SettlementWords {
    private final PolicyPack pack;
    private final PolicyWords words;
    private final PolicyView policy;

    SettlementWords(Region region) {
        this.pack = region.pack();
        this.words = new PolicyWords(pack);
        this.policy = new PolicyView(pack);
    }

    /**
     * A word with its name.
     *
     * @param code the word
     * @param name what people read
     */
    public record Word(String code, String name) {}

    /** 险种. */
    public String scheme(String scheme) {
        return words.of("scheme", scheme);
    }

    /** 医疗类别. */
    public String kind(String kind) {
        return words.of("kind", kind);
    }

    /** The schemes of the region. */
    List<Word> schemes() {
        return named("scheme", pack.vocabulary().wordsOf(new Fact(Fact.Kind.SCHEME, "")));
    }

    /** The kinds of care of the region. */
    List<Word> kinds() {
        return named("kind", pack.vocabulary().wordsOf(new Fact(Fact.Kind.KIND, "")));
    }

    private List<Word> named(String fact, Collection<String> all) {
        return all.stream().map(word -> new Word(word, words.of(fact, word))).toList();
    }

    /** 就医地. */
    String place(String place) {
        return words.of("place", place);
    }

    /** 异地备案. */
    public String filing(String filing) {
        return words.of("filing", filing);
    }

    /** 慢特病病种; empty for none. */
    public String disease(String disease) {
        var word = pack.vocabulary().of(Vocabulary.Kind.DISEASES).get(disease);
        return word == null ? disease : word.name();
    }

    /** The special diseases of the region. */
    public List<Word> diseases() {
        return pack.vocabulary().of(Vocabulary.Kind.DISEASES).values().stream()
                .map(word -> new Word(word.id(), word.name()))
                .toList();
    }

    /** The first national code of a special disease; its word when it has none. */
    public String diseaseCode(String disease) {
        return Optional.ofNullable(
                        pack.vocabulary().of(Vocabulary.Kind.DISEASES).get(disease))
                .stream()
                .flatMap(word -> word.codes().stream())
                .findFirst()
                .orElse(disease);
    }

    /** A level of the national list, as the pack calls it. */
    String level(String national) {
        return pack.vocabulary().of(Vocabulary.Kind.LEVELS).values().stream()
                .filter(word -> word.codes().contains(national))
                .map(word -> word.name())
                .findFirst()
                .orElse(national);
    }

    String fund(String fund) {
        return words.of("fund", fund);
    }

    String tier(String tier) {
        return Optional.ofNullable(pack.tiers().get(tier)).map(Tier::name).orElse(tier);
    }

    /** The value of a parameter that begins on a day. */
    List<String> value(String parameter, LocalDate from) {
        return policy.value(parameter, from);
    }

    Optional<Counter> counter(String name) {
        return Optional.ofNullable(pack.counters().get(name));
    }

    /** A counter and its word: 甲组慢特病累计支付（高血压）. */
    String meaning(String counter, String word) {
        Optional<Counter> known = counter(counter);
        String meaning = known.map(Counter::meaning).orElse(counter);
        if (word.isEmpty()) {
            return meaning;
        }
        String name = known.map(Counter::by)
                .map(by -> pack.vocabulary().of(by.words()).get(word))
                .map(found -> found.name())
                .orElse(word);
        return meaning + "（" + name + "）";
    }

    /** What a counter is counted in; 元 stands for amounts, which are in fen. */
    String unit(String counter) {
        return counter(counter)
                .map(Counter::unit)
                .map(unit -> unit.measure() == Unit.Measure.AMOUNT ? "元" : unit.word())
                .orElse("");
    }
}
