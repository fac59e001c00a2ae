package org.tongchou.platform.identity;

import java.util.List;
import org.tongchou.platform.web.Actor;

/** The tree of units. */
public interface Units {
    /** A unit; refuses with 404 when there is none. */
    Unit get(long id);

    /** A unit by its code; refuses with 404 when there is none. */
    Unit getByCode(String code);

    /** The unit and everything below it, parents first. */
    List<Unit> below(long id);

    /** All units, parents first. */
    List<Unit> all();

    /** Creates a unit; refuses a code that is taken, and empty or unknown values. */
    Unit create(Actor actor, NewUnit unit);
}
