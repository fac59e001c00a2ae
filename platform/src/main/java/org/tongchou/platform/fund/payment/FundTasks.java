package org.tongchou.platform.fund.payment;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.web.Actor;

/** What waits for the fund's people: reviews, orders to be put into batches, answers of the bank. */
@Component
class FundTasks implements TaskSource {
    private record Kind(String right, String title, String state, String link, String sql) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "fund.voucher.review",
                    "复核手工凭证和资金划转",
                    " 张待复核",
                    "/fund/vouchers",
                    "select count(*) from fund.draft where state = '待复核' and created_by <> :me"),
            new Kind(
                    "fund.voucher.edit",
                    "修改被退回的凭证",
                    " 张已退回",
                    "/fund/vouchers",
                    "select count(*) from fund.draft where state = '已退回' and created_by = :me"),
            new Kind(
                    "fund.payment.review",
                    "复核机构往来",
                    " 笔待复核",
                    "/fund/payments",
                    "select count(*) from fund.provider_act where state = '待复核' and created_by <> :me"),
            new Kind(
                    "fund.payment.review",
                    "复核付款批次",
                    " 批待复核",
                    "/fund/payments",
                    "select count(*) from fund.payment_batch where state = '待复核' and created_by <> :me"),
            new Kind(
                    "fund.interest.review",
                    "复核个人账户利息",
                    " 个年度待复核",
                    "/fund/personal-accounts",
                    "select count(*) from fund.interest_run where state = '待复核' and entered_by <> :me"),
            new Kind(
                    "fund.payment.edit",
                    "组成付款批次",
                    " 张付款单待付款",
                    "/fund/payments",
                    "select count(*) from fund.payment_order where state = '待付款' and :me is not null"));

    private final JdbcClient database;

    FundTasks(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        List<Task> tasks = new ArrayList<>();
        for (Kind kind : KINDS) {
            if (actor.may(kind.right())) {
                long count = database.sql(kind.sql())
                        .param("me", actor.userId())
                        .query(Long.class)
                        .single();
                if (count > 0) {
                    tasks.add(new Task("基金财务", kind.title(), count + kind.state(), null, kind.link()));
                }
            }
        }
        return tasks;
    }
}
