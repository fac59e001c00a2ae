package org.tongchou.benefit.settle;

/** Where the values of an enum lie in arrays that live no longer than the program. */
final class Places {
    private Places() {}

    @SuppressWarnings("EnumOrdinal")
    static int of(Enum<?> value) {
        return value.ordinal();
    }
}
