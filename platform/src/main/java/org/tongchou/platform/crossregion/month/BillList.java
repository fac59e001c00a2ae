package org.tongchou.platform.crossregion.month;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** Bills and messages between regions, as people see them. */
@Service("crossregionBillList")
class BillList {
    private final JdbcClient database;

    BillList(JdbcClient database) {
        this.database = database;
    }

    /**
     * Which bills are wanted.
     *
     * @param role 就医地 or 参保地
     * @param area code of the other region
     * @param from first day
     * @param to last day
     * @param text part of a number of settlement, person, visit or message, or of the provider's name
     */
    record Filter(
            @Nullable String role,
            @Nullable String area,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String text) {}

    /**
     * A bill.
     *
     * @param id its id
     * @param role our role
     * @param area code of the other region
     * @param areaName its name
     * @param number 结算ID here
     * @param theirNumber number there
     * @param message id of the message that settled it
     * @param kept 结算, 撤销 or 冲正
     * @param visit 就诊ID here
     * @param provider code of the provider
     * @param providerName its name
     * @param person 人员编号 of the place of insurance
     * @param scheme scheme
     * @param day business date
     * @param totalFen 医疗费总额
     * @param scopeFen 符合政策范围
     * @param payFen what the place of insurance pays
     * @param cashFen 个人现金
     * @param month clearing that it is in; empty before
     */
    record Bill(
            long id,
            String role,
            String area,
            String areaName,
            String number,
            String theirNumber,
            String message,
            String kept,
            String visit,
            String provider,
            String providerName,
            String person,
            String scheme,
            LocalDate day,
            long totalFen,
            long scopeFen,
            long payFen,
            long cashFen,
            String month) {}

    /**
     * A message.
     *
     * @param id its id
     * @param direction 发出 or 收到
     * @param area code of the other region
     * @param areaName its name
     * @param kind what was asked
     * @param state 已答复, 被拒绝, 未答复 or 已冲正
     * @param fault why it was refused
     * @param createdAt when it came or went
     */
    record Message(
            String id,
            String direction,
            String area,
            String areaName,
            String kind,
            String state,
            String fault,
            OffsetDateTime createdAt) {}

    Page<Bill> bills(Filter filter, PageQuery page) {
        Where where = new Where()
                .when(filter.role(), "b.role = :role", "role")
                .when(filter.area(), "b.area = :area", "area")
                .when(filter.from(), "b.day >= :from", "from")
                .when(filter.to(), "b.day <= :to", "to")
                .when(
                        filter.text(),
                        "strpos(b.number || ' ' || b.person || ' ' || b.visit || ' ' || b.message || ' ' || b.provider_name, :text) > 0",
                        "text");
        return where.page(
                database,
                page,
                "select count(*) from crossregion.bill b",
                """
                        select b.id, b.role, b.area, p.name as area_name, b.number, b.their_number, b.message, b.kept, b.visit,
                            b.provider, b.provider_name, b.person, b.scheme, b.day, b.total_fen, b.scope_fen, b.pay_fen,
                            b.cash_fen, coalesce((select m.month from crossregion.month_bill t
                                join crossregion.month m on m.id = t.month_id where t.bill_id = b.id), '') as month
                        from crossregion.bill b join crossregion.partner p on p.area = b.area""",
                page.orderBy(Map.of("day", "b.day", "totalFen", "b.total_fen", "payFen", "b.pay_fen"), "b.id desc"),
                Bill.class);
    }

    Page<Message> messages(String state, PageQuery page) {
        String inner = """
                select e.id, e.direction, e.area, p.name as area_name, e.kind, case when e.fault <> '' then '被拒绝'
                        when e.answered_at is null then '未答复'
                        when e.direction = '收到' and e.answer = '' then '已冲正' else '已答复' end as state, e.fault, e.created_at
                from crossregion.message e join crossregion.partner p on p.area = e.area""";
        Where where = new Where().when(state, "m.state = :state", "state");
        return where.page(
                database,
                page,
                "select count(*) from (" + inner + ") m",
                "select m.* from (" + inner + ") m",
                page.orderBy(Map.of("createdAt", "m.created_at"), "m.created_at desc, m.id"),
                Message.class);
    }
}
