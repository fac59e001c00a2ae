package org.tongchou.accounts.narrative;

import org.tongchou.accounts.source.Place;

/**
 * One sentence of running text.
 *
 * @param text the sentence as printed, with a page break inside it closed up
 * @param section heading path, parts joined by {@code /}, white space removed
 * @param paragraph number of the paragraph it belongs to; sentences of one paragraph share it
 * @param cell true when it stands in one of several cells of a table row
 * @param place where it starts
 */
record Sentence(String text, String section, int paragraph, boolean cell, Place place) {}
