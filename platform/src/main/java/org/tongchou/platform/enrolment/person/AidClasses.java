package org.tongchou.platform.enrolment.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.PersonClass;
import org.tongchou.platform.region.Region;

/** The classes of the pack that people fall into by their identities. */
@Component
public class AidClasses {
    /** The word for no class, as in the conditions of packs. */
    public static final String NONE = "none";

    private static final String AID = "aid";

    private final Region region;

    AidClasses(Region region) {
        this.region = region;
    }

    /** The classes of aid with their identities, the highest first. */
    public Map<String, List<String>> ranks() {
        PersonClass group = region.pack().vocabulary().classes().get(AID);
        return group == null ? Map.of() : group.ranks();
    }

    /** 就高不重复: the highest class of which there is an identity. */
    public String of(Collection<String> identities) {
        return ranks().entrySet().stream()
                .filter(rank -> rank.getValue().stream().anyMatch(identities::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(NONE);
    }
}
