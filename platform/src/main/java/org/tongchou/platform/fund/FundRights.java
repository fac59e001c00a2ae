package org.tongchou.platform.fund;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;

/** The rights of the funds' money. */
@Component
final class FundRights implements RightCatalogue {
    private static final String GROUP = "基金财务";

    @Override
    public List<RightDefinition> rights() {
        return List.of(
                new RightDefinition("fund.ledger.view", GROUP, "查看凭证、账簿、收付款、对账、结账和报表"),
                new RightDefinition("fund.ledger.export", GROUP, "导出凭证、账簿和报表"),
                new RightDefinition("fund.voucher.edit", GROUP, "填制手工凭证和资金划转"),
                new RightDefinition("fund.voucher.review", GROUP, "复核手工凭证和资金划转"),
                new RightDefinition("fund.voucher.reverse", GROUP, "冲销手工凭证"),
                new RightDefinition("fund.payment.edit", GROUP, "办理预付、结算、质保金和付款批次，导入银行回盘"),
                new RightDefinition("fund.payment.review", GROUP, "复核预付、结算、质保金和付款批次"),
                new RightDefinition("fund.payment.export", GROUP, "下载银行付款文件（含收款账号）"),
                new RightDefinition("fund.bank.edit", GROUP, "导入银行对账单，勾对账目"),
                new RightDefinition("fund.period.close", GROUP, "月末、年末结账"),
                new RightDefinition("fund.period.reopen", GROUP, "反结账"),
                new RightDefinition("fund.account.view", GROUP, "查看个人账户"),
                new RightDefinition("fund.interest.edit", GROUP, "计算个人账户年度利息"),
                new RightDefinition("fund.interest.review", GROUP, "复核、冲回个人账户年度利息"));
    }
}
