package org.tongchou.platform.accounts.book;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of the books. */
@Component
final class BookRights implements RightCatalogue {
    static final String BUDGET = "预算";
    static final String EXECUTION = "执行";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("accounts.book.view", EXECUTION, "查看账套、预算、明细和执行进度"),
                new RightDefinition("accounts.book.open", EXECUTION, "开设、关闭、重新启用年度账套"),
                new RightDefinition("accounts.entry.post", EXECUTION, "登记收入、支出和结转结余"),
                new RightDefinition("accounts.entry.reverse", EXECUTION, "冲销明细"),
                new RightDefinition("accounts.entry.export", EXECUTION, "导出明细"),
                new RightDefinition("accounts.budget.edit", BUDGET, "编制和调整预算"),
                new RightDefinition("accounts.project.edit", BUDGET, "维护项目"),
                new RightDefinition("accounts.budget.export", BUDGET, "导出预算和项目"),
                new RightDefinition("accounts.execution.explain", EXECUTION, "说明执行进度预警的原因"),
                new RightDefinition("accounts.execution.limit", EXECUTION, "设置执行进度预警的界限"),
                new RightDefinition("accounts.register.edit", EXECUTION, "登记采购合同、资产、“三公”事项和上年数"),
                new RightDefinition("accounts.register.export", EXECUTION, "导出采购合同、资产、“三公”事项和上年数"));
    }
}
