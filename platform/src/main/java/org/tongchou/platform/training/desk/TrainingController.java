package org.tongchou.platform.training.desk;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
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
import org.tongchou.platform.gateway.access.AccessScope;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.sample.SamplePeople;
import org.tongchou.platform.sample.SamplePeople.SamplePerson;
import org.tongchou.platform.training.PriceList;
import org.tongchou.platform.training.TrainingBook;
import org.tongchou.platform.training.TrainingLines;
import org.tongchou.platform.training.day.TrainingDay;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;

/** The training hospital in the console. */
@RestController
@Tag(name = "模拟医院")
@RequestMapping("/api/training")
class TrainingController {
    private static final int SHOWN = 50;

    private final VisitDesk desk;
    private final VisitStore store;
    private final TrainingLines lines;
    private final TrainingDay days;
    private final SamplePeople sample;
    private final Providers providers;
    private final AccessScope scope;
    private final Region region;
    private final Clock clock;

    TrainingController(
            VisitDesk desk,
            VisitStore store,
            TrainingLines lines,
            TrainingDay days,
            SamplePeople sample,
            Providers providers,
            AccessScope scope,
            Region region,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.lines = lines;
        this.days = days;
        this.sample = sample;
        this.providers = providers;
        this.scope = scope;
        this.region = region;
        this.clock = clock;
    }

    /**
     * What the training hospitals offer.
     *
     * @param enabled whether this installation is one for training
     * @param institutions who can be played: with access, in scope
     * @param prices kinds of visit, items, complaints
     * @param day the day that was played; null for none
     */
    record Offer(boolean enabled, List<Provider> institutions, PriceList prices, TrainingDay.@Nullable Day day) {}

    /**
     * A synthetic person.
     *
     * @param place by which they are chosen
     * @param name name
     * @param age years
     * @param scheme scheme in force
     * @param type 人员类别
     * @param identities special identities
     */
    record PersonChoice(int place, String name, int age, String scheme, String type, List<String> identities) {}

    /**
     * An institution to reconcile.
     *
     * @param institution its code
     */
    record Reconciling(String institution) {}

    @Requires("training.his.view")
    @GetMapping("/offer")
    Offer offer(@AuthenticationPrincipal Actor actor) {
        List<Provider> institutions = lines.enabled()
                ? scope.institutions(actor).stream()
                        .flatMap(code -> providers.find(code).stream())
                        .filter(Provider::designated)
                        .toList()
                : List.of();
        return new Offer(
                lines.enabled(), institutions, PriceList.usual(), days.find().orElse(null));
    }

    /** Synthetic people of whom name, kind or identity contains a text. */
    @Requires("training.his.use")
    @GetMapping("/people")
    List<PersonChoice> people(@RequestParam(defaultValue = "") String text) {
        lines.mustBeEnabled();
        LocalDate today = LocalDate.now(clock);
        return sample.people().stream()
                .filter(person -> Stream.concat(
                                Stream.of(person.name(), person.type(), schemeName(person.scheme())),
                                person.identities().stream())
                        .anyMatch(word -> word.contains(text.strip())))
                .limit(SHOWN)
                .map(person -> choice(person, today))
                .toList();
    }

    private PersonChoice choice(SamplePerson person, LocalDate today) {
        return new PersonChoice(
                person.place(),
                person.name(),
                Period.between(person.born(), today).getYears(),
                schemeName(person.scheme()),
                person.type(),
                person.identities());
    }

    private String schemeName(String scheme) {
        var word = region.pack()
                .vocabulary()
                .of(org.tongchou.benefit.policy.Vocabulary.Kind.SCHEMES)
                .get(scheme);
        return word == null ? scheme : word.name();
    }

    @Requires("training.his.view")
    @GetMapping("/visits")
    List<VisitView.Line> visits(@AuthenticationPrincipal Actor actor) {
        return store.mine(actor);
    }

    @Requires("training.his.view")
    @GetMapping("/visits/{id}")
    VisitView visit(@PathVariable long id) {
        return desk.view(id);
    }

    /** Asks who comes (1101) and registers the visit. */
    @Requires("training.his.use")
    @PostMapping("/visits")
    @ResponseStatus(HttpStatus.CREATED)
    VisitView begin(@AuthenticationPrincipal Actor actor, @RequestBody VisitDesk.NewVisit wanted) {
        return desk.begin(actor, wanted);
    }

    @Requires("training.his.use")
    @PostMapping("/visits/{id}/acts")
    VisitView act(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody VisitDesk.Wanted wanted) {
        return desk.act(actor, id, wanted);
    }

    /** Reconciles today's settlements of an institution with the bureau's (3201). */
    @Requires("training.his.use")
    @PostMapping("/reconciliations")
    List<TrainingBook.Compared> reconcile(@AuthenticationPrincipal Actor actor, @RequestBody Reconciling wanted) {
        return desk.reconcile(actor, wanted.institution());
    }
}
