package org.tongchou.platform.disclosure.library;

import java.util.List;

/** Tells which documents are on their way into the library by themselves. */
@FunctionalInterface
public interface Preparing {
    /** Their titles. */
    List<String> titles();
}
