package org.tongchou.platform.fund;

/** The funds (基金) that keep books: the words of a policy's vocabulary. */
public final class Funds {
    /** 职工基本医疗保险统筹基金. */
    public static final String EMPLOYEE = "employee";

    /** 职工基本医疗保险个人账户基金. */
    public static final String ACCOUNT = "account";

    /** 生育保险基金. */
    public static final String MATERNITY = "maternity";

    /** 城乡居民基本医疗保险基金. */
    public static final String RESIDENT = "resident";

    /** 城乡居民大病保险资金. */
    public static final String CRITICAL = "critical";

    /** 职工大额医疗费用补助资金. */
    public static final String LARGE = "large";

    /** 公务员医疗补助资金. */
    public static final String CIVIL = "civil";

    /** 医疗救助基金. */
    public static final String AID = "aid";

    /** 长期护理保险基金. */
    public static final String CARE = "care";

    /** 离休人员医疗保障资金. */
    public static final String CADRE = "cadre";

    /** 特殊人群医疗补助资金. */
    public static final String SPECIAL = "special";

    /** 叠加保险资金. */
    public static final String EXTRA = "extra";

    private Funds() {}
}
