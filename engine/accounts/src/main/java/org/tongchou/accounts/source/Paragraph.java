package org.tongchou.accounts.source;

/**
 * One line or paragraph of text outside tables.
 *
 * @param text the text without markup (bold marks, heading marks and tags removed), stripped, never empty
 * @param heading heading level from the source (1–6), 0 when the source does not say
 * @param place where it stands
 */
public record Paragraph(String text, int heading, Place place) implements Block {}
