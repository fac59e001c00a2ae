package org.tongchou.platform.performance.sheet;

import java.time.Instant;

/**
 * One step of the handling of a form.
 *
 * @param action what was done: 提交, 审核, 退回 …
 * @param state the state afterwards
 * @param opinion what was said about it; may be empty
 * @param byName who
 * @param at when
 */
public record Step(String action, String state, String opinion, String byName, Instant at) {}
