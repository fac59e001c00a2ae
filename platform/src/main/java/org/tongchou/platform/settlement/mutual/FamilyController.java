package org.tongchou.platform.settlement.mutual;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.settlement.FamilyAccounts;
import org.tongchou.platform.settlement.FamilyAccounts.Binding;
import org.tongchou.platform.settlement.FamilyAccounts.NewBinding;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** Family accounts over HTTP. */
@RestController("settlementFamilyController")
@Tag(name = "医疗结算")
@RequestMapping("/api/settlement/family-accounts")
class FamilyController {
    private final FamilyAccounts families;
    private final FamilyLists lists;
    private final Persons persons;
    private final Clock clock;

    FamilyController(FamilyAccounts families, FamilyLists lists, Persons persons, Clock clock) {
        this.families = families;
        this.lists = lists;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * A binding with who it is between.
     *
     * @param binding the binding
     * @param payerNumber 人员编号 of the holder
     * @param payerName name of the holder
     * @param memberNumber 人员编号 of who uses the account
     * @param memberName their name
     * @param usedFen what was used of it this year
     */
    record Row(
            Binding binding,
            String payerNumber,
            String payerName,
            String memberNumber,
            String memberName,
            long usedFen) {}

    /**
     * What is entered.
     *
     * @param payer 人员编号 or certificate of the holder
     * @param member 人员编号 or certificate of who may use the account
     * @param relation what the member is to the holder
     * @param place order among those who pay for the member; 1 when empty
     * @param begins first day
     * @param yearlyLimitFen at most so much of a year; empty for all
     */
    record Request(
            @Nullable String payer,
            @Nullable String member,
            @Nullable String relation,
            @Nullable Integer place,
            @Nullable LocalDate begins,
            @Nullable Long yearlyLimitFen) {}

    /**
     * A review, or why a binding is ended.
     *
     * @param accept whether it holds
     * @param reason why not, or why it is ended
     */
    record Review(@Nullable Boolean accept, @Nullable String reason) {}

    @Requires("settlement.mutual.view")
    @GetMapping
    Page<Row> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String state,
            PageQuery page) {
        Long id = person == null || person.isBlank()
                ? null
                : person("参保人", person).id();
        Page<Binding> found = lists.page(actor, id, state, page);
        return new Page<>(rows(found.items()), found.total(), found.page(), found.size());
    }

    private List<Row> rows(List<Binding> bindings) {
        Map<Long, Person> people = persons
                .all(bindings.stream()
                        .flatMap(one -> Stream.of(one.payer(), one.member()))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Person::id, person -> person));
        return bindings.stream()
                .map(one -> {
                    Person payer = people.get(one.payer());
                    Person member = people.get(one.member());
                    return new Row(
                            one,
                            payer == null ? "" : payer.number(),
                            payer == null ? "" : payer.name(),
                            member == null ? "" : member.number(),
                            member == null ? "" : member.name(),
                            families.used(one, LocalDate.now(clock).getYear()));
                })
                .toList();
    }

    private Person person(String field, @Nullable String given) {
        String text = Given.requiredLine(field, given, 40);
        return persons.byNumber(text)
                .or(() -> persons.byIdNumber(text))
                .orElseThrow(() -> Refusal.field("E-SET-100", field, null, "已登记的参保人的人员编号或证件号码"));
    }

    @Requires("settlement.mutual.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Row enter(@AuthenticationPrincipal Actor actor, @RequestBody Request request) {
        Integer place = request.place();
        return rows(List.of(families.enter(
                        actor,
                        new NewBinding(
                                person("账户持有人", request.payer()).id(),
                                person("使用人", request.member()).id(),
                                Given.text(request.relation()),
                                place == null ? 1 : place,
                                Given.required("生效日期", request.begins()),
                                request.yearlyLimitFen()))))
                .get(0);
    }

    @Requires("settlement.mutual.review")
    @PostMapping("/{id}/review")
    Row review(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Review review) {
        return rows(List.of(families.review(actor, id, Given.required("复核结论", review.accept()), review.reason())))
                .get(0);
    }

    @Requires("settlement.mutual.edit")
    @PostMapping("/{id}/end")
    Row end(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Review review) {
        return rows(List.of(families.end(actor, id, review.reason()))).get(0);
    }
}
