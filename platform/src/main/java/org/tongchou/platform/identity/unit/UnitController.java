package org.tongchou.platform.identity.unit;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.identity.NewUnit;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;
import org.tongchou.platform.web.SignedIn;

/** Units for the console. */
@RestController
@Tag(name = "单位")
@RequestMapping("/api/identity/units")
class UnitController {
    private final UnitStore units;

    UnitController(UnitStore units) {
        this.units = units;
    }

    /** Units within the scope, parents first: for choosing one. */
    @SignedIn
    @GetMapping
    List<Unit> list(@AuthenticationPrincipal Actor actor) {
        return units.all().stream().filter(unit -> actor.sees(unit.id())).toList();
    }

    /** One unit with its version, for editing. */
    @Requires("identity.unit.edit")
    @GetMapping("/{id}")
    Versioned get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        Unit unit = units.get(id);
        actor.mustSee(id);
        return new Versioned(unit, units.versionOf(id));
    }

    /** Creates a unit. */
    @Requires("identity.unit.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Unit create(@AuthenticationPrincipal Actor actor, @RequestBody NewUnit unit) {
        return units.create(actor, unit);
    }

    /** Changes, closes or opens a unit. */
    @Requires("identity.unit.edit")
    @PutMapping("/{id}")
    Unit change(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Change change) {
        return units.change(actor, id, change.version(), change.wanted(), change.active());
    }

    /**
     * A unit and its version.
     *
     * @param unit the unit
     * @param version to be sent back with a change
     */
    record Versioned(Unit unit, int version) {}

    /**
     * A change of a unit.
     *
     * @param version version that was read
     * @param active false closes it
     */
    record Change(
            String code,
            String name,
            String nature,
            String level,
            String region,
            @Nullable Integer staff,
            boolean active,
            int version) {
        NewUnit wanted() {
            return new NewUnit(code, name, nature, level, null, region, staff);
        }
    }
}
