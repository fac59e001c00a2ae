package org.tongchou.platform.fund;

/**
 * The accounts (会计科目) that can be posted to. Their names are those of the accounting system for social insurance funds
 * (社会保险基金会计制度); the codes are our own.
 */
public final class FundAccounts {
    /** 库存现金. */
    public static final String CASH = "A01";

    /** 收入户存款. */
    public static final String INCOME_BANK = "A02";

    /** 财政专户存款. */
    public static final String TREASURY_BANK = "A03";

    /** 支出户存款. */
    public static final String SPENDING_BANK = "A04";

    /** 国库存款. */
    public static final String STATE_TREASURY = "A05";

    /** 暂付款—医疗机构预付金; by party. */
    public static final String PREPAID_PROVIDERS = "A0601";

    /** 暂付款—异地就医预付金; by party. */
    public static final String PREPAID_REMOTE = "A0602";

    /** 暂付款—应追回款; by party. */
    public static final String TO_RECOVER = "A0603";

    /** 暂付款—应收异地清算款; by region; may turn to the other side. */
    public static final String REMOTE_RECEIVABLE = "A0604";

    /** 暂付款—其他; by party. */
    public static final String PREPAID_OTHER = "A0609";

    /** 债券投资; a party may be named. */
    public static final String BONDS = "A07";

    /** 委托投资; a party may be named. */
    public static final String ENTRUSTED = "A08";

    /** 暂收款—预收居民保费; a party may be named. */
    public static final String RECEIVED_IN_ADVANCE = "L0101";

    /** 暂收款—质保金; by party. */
    public static final String DEPOSITS = "L0102";

    /** 暂收款—异地就医资金; by party. */
    public static final String REMOTE_RECEIVED = "L0103";

    /** 暂收款—退回待重付款; by party. */
    public static final String RETURNED_PAYMENTS = "L0104";

    /** 暂收款—待拨付定点机构款; by party. */
    public static final String DUE_TO_PROVIDERS = "L0105";

    /** 暂收款—待查明款项; a party may be named. */
    public static final String UNIDENTIFIED = "L0106";

    /** 暂收款—待付参保人; by party, the number of the act. */
    public static final String DUE_TO_PERSONS = "L0107";

    /** 暂收款—应付异地清算款; by region; may turn to the other side. */
    public static final String REMOTE_PAYABLE = "L0110";

    /** 暂收款—已结算待付款: settled with providers, on its way to them; by party. */
    public static final String CLEARED_PROVIDERS = "L0108";

    /** 暂收款—其他; a party may be named. */
    public static final String RECEIVED_OTHER = "L0109";

    /** 借入款项; by party. */
    public static final String BORROWED = "L02";

    /** 基金结余. */
    public static final String SURPLUS = "N01";

    /** 风险基金. */
    public static final String RISK_FUND = "N02";

    /** 社会保险费收入—单位缴费; a party may be named. */
    public static final String DUES_EMPLOYERS = "I0101";

    /** 社会保险费收入—个人缴费; a party may be named. */
    public static final String DUES_PERSONS = "I0102";

    /** 财政补贴收入—中央; a party may be named. */
    public static final String SUBSIDY_CENTRAL = "I0201";

    /** 财政补贴收入—省级; a party may be named. */
    public static final String SUBSIDY_PROVINCE = "I0202";

    /** 财政补贴收入—市级; a party may be named. */
    public static final String SUBSIDY_CITY = "I0203";

    /** 财政补贴收入—县级; a party may be named. */
    public static final String SUBSIDY_COUNTY = "I0204";

    /** 财政补贴收入—资助参保; a party may be named. */
    public static final String SUBSIDY_ENROLMENT = "I0205";

    /** 利息收入. */
    public static final String INTEREST = "I03";

    /** 转移收入; a party may be named. */
    public static final String TRANSFERS_IN = "I04";

    /** 上级补助收入; a party may be named. */
    public static final String FROM_ABOVE = "I05";

    /** 下级上解收入; a party may be named. */
    public static final String FROM_BELOW = "I06";

    /** 其他收入—滞纳金; a party may be named. */
    public static final String LATE_FEES = "I0701";

    /** 其他收入—追回以前年度待遇; a party may be named. */
    public static final String RECOVERED = "I0702";

    /** 其他收入—其他基金划入; a party may be named. */
    public static final String FROM_OTHER_FUNDS = "I0703";

    /** 其他收入—其他; a party may be named. */
    public static final String OTHER_INCOME = "I0709";

    /** 待遇支出—住院; a party may be named. */
    public static final String INPATIENT = "E0101";

    /** 待遇支出—门诊统筹; a party may be named. */
    public static final String OUTPATIENT = "E0102";

    /** 待遇支出—门诊慢特病; a party may be named. */
    public static final String CHRONIC = "E0103";

    /** 待遇支出—生育医疗; a party may be named. */
    public static final String MATERNITY_CARE = "E0104";

    /** 待遇支出—生育津贴; a party may be named. */
    public static final String MATERNITY_ALLOWANCE = "E0105";

    /** 待遇支出—个人账户; a party may be named. */
    public static final String ACCOUNT_USE = "E0106";

    /** 待遇支出—资助参保; a party may be named. */
    public static final String ENROLMENT_AID = "E0107";

    /** 待遇支出—护理服务; a party may be named. */
    public static final String CARE = "E0108";

    /** 待遇支出—其他; a party may be named. */
    public static final String OTHER_BENEFITS = "E0109";

    /** 大病保险支出; a party may be named. */
    public static final String CRITICAL_ILLNESS = "E02";

    /** 转移支出; a party may be named. */
    public static final String TRANSFERS_OUT = "E03";

    /** 补助下级支出; a party may be named. */
    public static final String TO_BELOW = "E04";

    /** 上解上级支出; a party may be named. */
    public static final String TO_ABOVE = "E05";

    /** 其他支出—划出至其他基金; a party may be named. */
    public static final String TO_OTHER_FUNDS = "E0601";

    /** 其他支出—其他; a party may be named. */
    public static final String OTHER_SPENDING = "E0609";

    private FundAccounts() {}
}
