package org.tongchou.platform.enrolment;

import java.util.Collection;
import org.tongchou.platform.web.Actor;

/** Takes the money of personal accounts along when people come and go; told by the module that keeps accounts. */
public interface AccountCarrier {
    /** What stands on the account of a person, in fen, 0 or more. */
    long balance(Collection<Long> persons);

    /** Credits what came from another region, within the transaction of an act. */
    void carryIn(Actor actor, long person, long fen, long act);

    /** Pays all of it out to another region, within the transaction of an act; tells how much that was, in fen. */
    long carryOut(Actor actor, Collection<Long> persons, long act);

    /** Takes back what was done for a person under an act, within the transaction of another. */
    void takeBack(Actor actor, Collection<Long> persons, long act);
}
