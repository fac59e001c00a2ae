package org.tongchou.platform.settlement.mutual;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.FamilyAccounts.Binding;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** Lists of bindings. */
@Component
class FamilyLists {
    private final JdbcClient database;
    private final Region region;

    FamilyLists(JdbcClient database, Region region) {
        this.database = database;
        this.region = region;
    }

    Page<Binding> page(Actor actor, @Nullable Long person, @Nullable String state, PageQuery page) {
        Where where = new Where()
                .and(
                        "county = any(:counties)",
                        "counties",
                        region.counties(actor).stream().map(County::code).toArray(String[]::new))
                .when(person, ":person in (payer, member)", "person")
                .when(state, "(case when ends is not null then '已解除' else state end) = :state", "state");
        return where.page(
                database,
                page,
                "select count(*) from settlement.family_binding",
                "select * from settlement.family_binding",
                page.orderBy(Map.of("id", "id", "begins", "begins"), "id desc"),
                Binding.class);
    }
}
