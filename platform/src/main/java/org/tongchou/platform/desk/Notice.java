package org.tongchou.platform.desk;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A notice (通知公告) to everybody who signs in.
 *
 * @param id its id
 * @param title title
 * @param body plain text
 * @param until last day on which it is shown; null for always
 * @param publishedBy display name
 * @param publishedAt when
 */
record Notice(long id, String title, String body, @Nullable LocalDate until, String publishedBy, Instant publishedAt) {}
