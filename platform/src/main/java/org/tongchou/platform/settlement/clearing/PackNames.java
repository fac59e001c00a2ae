package org.tongchou.platform.settlement.clearing;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;
import org.tongchou.platform.region.Region;

/** What people call the words of the policy pack. */
@Component("settlementPackNames")
public class PackNames {
    private static final Map<String, String> SCHEMES =
            Map.of("", "全部", "employee", "职工", "resident", "居民", "retired_cadre", "离休", "care", "长护");

    private final Region region;

    PackNames(Region region) {
        this.region = region;
    }

    /** The name of a scheme; all of them when it is empty. */
    public String scheme(String word) {
        Word found = region.pack().vocabulary().of(Vocabulary.Kind.SCHEMES).get(word);
        return found == null ? SCHEMES.getOrDefault(word, word) : found.name();
    }

    /** The name of a fund. */
    public String fund(String word) {
        Fund found = region.pack().vocabulary().funds().get(word);
        return found == null ? word : found.name();
    }
}
