package org.tongchou.platform.sample;

/**
 * A step of the making of a region.
 *
 * @param name stable name, by which it is known to be done
 * @param title what is being done, in Chinese
 * @param own whether the work has transactions of its own and may be done again without harm; all others are done within one
 *     transaction that also notes that they are done
 * @param work the work
 */
record Step(String name, String title, boolean own, Runnable work) {
    /** A step of one transaction. */
    static Step of(String name, String title, Runnable work) {
        return new Step(name, title, false, work);
    }

    /** A step that minds its transactions itself. */
    static Step own(String name, String title, Runnable work) {
        return new Step(name, title, true, work);
    }
}
