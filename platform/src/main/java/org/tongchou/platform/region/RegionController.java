package org.tongchou.platform.region;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** The region: its counties, their people, and the policy in force. */
@RestController
@Tag(name = "统筹区")
@RequestMapping("/api/region")
class RegionController {
    private final StoredRegion region;
    private final Places places;
    private final PolicyView policy;
    private final Clock clock;

    RegionController(StoredRegion region, Places places, Clock clock) {
        this.region = region;
        this.places = places;
        this.policy = new PolicyView(region.pack());
        this.clock = clock;
    }

    /** Which region this is. */
    @Requires("region.county.view")
    @GetMapping
    Summary summary() {
        return new Summary(
                region.code(),
                region.name(),
                region.pack().id(),
                region.pack().region().trust().word(),
                region.pack().parameters().size(),
                Tiers.of(region.pack()));
    }

    /** The counties with the figures of a year, last year unless said. */
    @Requires("region.county.view")
    @GetMapping("/counties")
    List<Places.Place> counties(
            @AuthenticationPrincipal Actor actor, @RequestParam(required = false) @Nullable Integer year) {
        return places.counties(
                actor, Optional.ofNullable(year).orElse(LocalDate.now(clock).getYear() - 1));
    }

    /** Registers a county. */
    @Requires("region.county.edit")
    @PostMapping("/counties")
    @ResponseStatus(HttpStatus.CREATED)
    County create(@AuthenticationPrincipal Actor actor, @RequestBody Wanted wanted) {
        return region.create(actor, wanted.county(Given.text(wanted.code())));
    }

    /** Changes a county. */
    @Requires("region.county.edit")
    @PutMapping("/counties/{code}")
    County change(@AuthenticationPrincipal Actor actor, @PathVariable String code, @RequestBody Wanted wanted) {
        return region.change(actor, Given.required("版本", wanted.version()), wanted.county(code));
    }

    /** What was told of the population, the latest first. */
    @Requires("region.county.view")
    @GetMapping("/population")
    Page<Places.Told> population(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable Integer year,
            PageQuery page) {
        return places.history(actor, county, year, page);
    }

    /** Tells the population of a county in a year. */
    @Requires("region.population.edit")
    @PostMapping("/population")
    @ResponseStatus(HttpStatus.CREATED)
    Population tell(@AuthenticationPrincipal Actor actor, @RequestBody Figures figures) {
        Population told = new Population(
                Given.requiredLine("区县", figures.county(), 6),
                Given.required("年度", figures.year()),
                Given.required("户籍人口", figures.registered()),
                Given.required("常住人口", figures.resident()),
                Given.text(figures.source()),
                Given.required("来源日期", figures.sourceDate()));
        region.tell(actor, told);
        return told;
    }

    /**
     * The parameters of the policy on a day, by name.
     *
     * @param day the day; today unless said
     * @param text words of name, meaning, value or source
     * @param trust official, published or demo
     */
    @Requires("region.policy.view")
    @GetMapping("/policy/parameters")
    Page<PolicyView.Row> parameters(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String trust,
            PageQuery page) {
        List<PolicyView.Row> all = policy.list(Optional.ofNullable(day).orElse(LocalDate.now(clock)), text, trust);
        List<PolicyView.Row> some =
                all.stream().skip(page.offset()).limit(page.rows()).toList();
        return new Page<>(some, all.size(), page.number(), page.rows());
    }

    /** A parameter with all its values. */
    @Requires("region.policy.view")
    @GetMapping("/policy/parameters/{name}")
    PolicyView.Whole parameter(@PathVariable String name) {
        Parameter parameter = region.pack().parameters().get(name);
        if (parameter == null) {
            throw Refusal.notFound("政策参数 " + name);
        }
        return policy.whole(parameter);
    }

    /**
     * Which region this is.
     *
     * @param code six digits
     * @param name its name
     * @param pack name of the policy pack
     * @param trust official, published or demo
     * @param parameters how many parameters the pack has
     * @param tiers tiers of counties that the pack knows
     */
    record Summary(String code, String name, String pack, String trust, int parameters, Set<String> tiers) {}

    /**
     * A county to be registered or changed.
     *
     * @param code six digits
     * @param name its name
     * @param tier tier for subsidies; empty when there is none
     * @param unitId the unit that looks after it
     * @param version version that was read; null for a new one
     */
    record Wanted(
            @Nullable String code,
            @Nullable String name,
            @Nullable String tier,
            @Nullable Long unitId,
            @Nullable Integer version) {
        County county(String known) {
            return new County(known, Given.text(name), Given.text(tier), Given.required("负责单位", unitId));
        }
    }

    /**
     * What is told of a county and year.
     *
     * @param county code of the county
     * @param year the year
     * @param registered 户籍人口
     * @param resident 常住人口
     * @param source where it comes from
     * @param sourceDate day of the document
     */
    record Figures(
            @Nullable String county,
            @Nullable Integer year,
            @Nullable Long registered,
            @Nullable Long resident,
            @Nullable String source,
            @Nullable LocalDate sourceDate) {}
}
