package org.tongchou.bench;

import java.util.Set;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;

/**
 * A document with one error in it.
 *
 * @param raw the changed document
 * @param places the cells (or, for sentences and whole rows, lines) any one of which a finding has to name
 * @param what what was done, for the list of misses
 */
record Planted(RawDocument raw, Set<Place> places, String what) {}
