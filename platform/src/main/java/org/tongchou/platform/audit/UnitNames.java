package org.tongchou.platform.audit;

/** Tells the name of a unit, so that an entry can be read without any other table. */
@FunctionalInterface
public interface UnitNames {
    /** The name now; empty when there is no such unit. */
    String nameOf(long unitId);
}
