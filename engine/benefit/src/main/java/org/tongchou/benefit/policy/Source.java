package org.tongchou.benefit.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that rules come from.
 *
 * @param id the name by which values refer to it
 * @param title title of the document
 * @param number 文号; empty when it has none
 * @param link address; empty when there is none
 * @param checked when somebody last compared the rules with it; null when never
 * @param trust how far it can be relied on
 * @param place where it is written
 */
public record Source(
        String id,
        String title,
        String number,
        String link,
        @Nullable LocalDate checked,
        Trust trust,
        Place place) {}
