package org.tongchou.platform.contribution.person;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** A person's dues, for the person's file. */
@RestController
@Tag(name = "征缴管理")
@RequestMapping("/api/contribution/persons")
class PersonDuesController {
    private final PersonDues dues;
    private final Persons persons;
    private final Region region;

    PersonDuesController(PersonDues dues, Persons persons, Region region) {
        this.dues = dues;
        this.persons = persons;
        this.region = region;
    }

    @Requires("contribution.dues.view")
    @GetMapping("/{id}/dues")
    Page<PersonDues.Due> dues(@AuthenticationPrincipal Actor actor, @PathVariable long id, PageQuery page) {
        Person person = persons.find(id).orElseThrow(() -> Refusal.notFound("参保人"));
        actor.mustSee(region.county(person.county()).unitId());
        return dues.of(persons.idsOf(person.id()), page);
    }
}
