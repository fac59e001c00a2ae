package org.tongchou.platform.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person.
 *
 * @param duty the module's duty in Chinese: 部门决算, 绩效自评 …
 * @param title what is to be done: {@code 审核 2024 年度部门决算（本级）}
 * @param state one line on where it stands
 * @param due the day it should be done by; null when there is none
 * @param link address within the console
 */
public record Task(
        String duty, String title, String state, @Nullable LocalDate due, String link) {}
