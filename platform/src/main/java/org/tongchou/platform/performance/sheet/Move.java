package org.tongchou.platform.performance.sheet;

import java.util.List;

/**
 * A change of state that a form allows.
 *
 * @param action its name: 提交, 审核, 退回 …
 * @param from the states it starts from
 * @param to the state it leads to
 * @param opinion whether something must be said about it
 */
public record Move(String action, List<String> from, String to, boolean opinion) {
    /** From draft to the reviewer. */
    public static final Move SUBMIT = new Move("提交", List.of("草稿"), "已提交", false);

    /** Accepted by the reviewer. */
    public static final Move REVIEW = new Move("审核通过", List.of("已提交"), "已审核", false);

    /** Back to the draft, with a reason. */
    public static final Move RETURN = new Move("退回", List.of("已提交", "已审核"), "草稿", true);

    /** Approved with the budget. */
    public static final Move APPROVE = new Move("批复", List.of("已审核"), "已批复", false);

    /** Self-evaluation or evaluation accepted for good. */
    public static final Move CONFIRM = new Move("确认", List.of("已审核"), "已确认", false);

    /** Copies the list. */
    public Move {
        from = List.copyOf(from);
    }
}
