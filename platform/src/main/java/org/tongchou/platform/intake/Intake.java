package org.tongchou.platform.intake;

import java.util.List;
import java.util.Map;
import org.tongchou.platform.web.Actor;

/**
 * A kind of list that is imported row by row; a bean of the module that owns the data. Every method may be called again
 * for the same rows after a crash, each time in a transaction that stands or falls with what the batch keeps of it.
 */
public interface Intake {
    /** Stable code, {@code enrolment.identities}. */
    String kind();

    /** What people call it: 民政救助对象名单. */
    String name();

    /** The right that is needed to import such lists, besides those of the module. */
    String right();

    /** The columns, in the order of the template. */
    List<Field> fields();

    /** What is asked once for the whole list: month, employer, source department. */
    default List<Field> parameters() {
        return List.of();
    }

    /**
     * Keys of the fields that tell rows of one file apart: a second row with the same values is refused. None: rows may
     * be equal.
     */
    default List<String> key() {
        return List.of();
    }

    /** Keys of the fields in the order of a file without titles, as the official TXT files are; none: titles are needed. */
    default List<String> layout() {
        return List.of();
    }

    /** Whether who uploaded or mended a list may not post it: money or somebody's standing changes by it. */
    default boolean fourEyes() {
        return false;
    }

    /**
     * Looks at the parameters before a file is taken, each already of its type.
     *
     * @throws org.tongchou.platform.web.Refusal naming the parameter, or when the actor's scope does not allow it
     */
    default void accept(Actor actor, Map<String, String> parameters) {}

    /** Looks at all rows whose cells are well-formed, and reports problems; writes nothing of its own. */
    void check(Checking batch);

    /** Posts the good rows of one part, at most 10,000, within the caller's transaction. */
    void post(Posting part);

    /** Does what can only be done when all parts are posted, within the transaction that ends the posting. */
    default void finish(Finishing batch) {}
}
