package org.tongchou.platform.settlement.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Who people and providers are that rows only name by id or code, and whose rows somebody may see. */
@Component
public class Named {
    /** A name that more people bear is too short to look for their bills. */
    private static final int MOST = 200;

    private final Persons persons;
    private final Providers providers;
    private final Region region;

    Named(Persons persons, Providers providers, Region region) {
        this.persons = persons;
        this.providers = providers;
        this.region = region;
    }

    /** People by id; also by ids of files that were merged. */
    public Map<Long, Person> people(Collection<Long> ids) {
        Map<Long, Person> found = new HashMap<>();
        Set<Long> wanted = new TreeSet<>(ids);
        persons.all(wanted).forEach(person -> found.put(person.id(), person));
        wanted.stream()
                .filter(id -> !found.containsKey(id))
                .forEach(id -> persons.find(id).ifPresent(person -> found.put(id, person)));
        return found;
    }

    /** Names of providers by code; the code of one that is not known. */
    public Map<String, String> providers(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        codes.forEach(code -> names.computeIfAbsent(
                code, any -> providers.find(any).map(Provider::name).orElse(any)));
        return names;
    }

    /** All ids of those whom somebody means; null when nobody is meant by the text. */
    public @Nullable List<Long> meant(@Nullable String text, @Nullable Long person) {
        if (person != null) {
            return persons.idsOf(person);
        }
        String given = Given.text(text);
        List<Long> ids = given.isEmpty() ? List.of() : persons.idsOf(given, MOST + 1);
        if (ids.size() > MOST) {
            throw Refusal.field("E-SET-061", "姓名", given, "更完整的姓名，或人员编号、证件号码：符合的人超过 " + MOST + " 人");
        }
        return ids.isEmpty()
                ? null
                : ids.stream().flatMap(id -> persons.idsOf(id).stream()).toList();
    }

    /** A person within somebody's scope; 404 when there is none. */
    public Person person(Actor actor, long id) {
        Person person = persons.find(id).orElseThrow(() -> Refusal.notFound("参保人"));
        actor.mustSee(region.county(person.county()).unitId());
        return person;
    }

    /** All ids of a person. */
    public List<Long> idsOf(Person person) {
        return persons.idsOf(person.id());
    }

    /** Codes of the counties in somebody's scope. */
    public String[] counties(Actor actor) {
        return region.counties(actor).stream().map(County::code).toArray(String[]::new);
    }
}
