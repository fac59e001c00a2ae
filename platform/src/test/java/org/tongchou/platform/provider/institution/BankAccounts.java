package org.tongchou.platform.provider.institution;

import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import org.tongchou.platform.provider.ProviderFixture;
import org.tongchou.platform.provider.act.ActKind;
import org.tongchou.platform.provider.act.Acts;

/** Bank accounts of institutions for tests. */
public final class BankAccounts {
    private BankAccounts() {}

    /** Registers where an institution is paid, by two people. */
    public static void register(ApplicationContext context, String institution, LocalDate day) {
        Acts acts = context.getBean(Acts.class);
        long id = acts.propose(
                        ProviderFixture.CLERK,
                        context.getBean(InstitutionActs.class)
                                .proposal(
                                        context.getBean(Institutions.class).get(ProviderFixture.CLERK, institution),
                                        new InstitutionActs.Request(
                                                ActKind.ACCOUNT,
                                                day,
                                                "首次登记",
                                                null,
                                                "样例医院",
                                                "样例银行",
                                                "620000000000" + institution.substring(8))))
                .id();
        acts.decide(ProviderFixture.SECOND, id, true, "");
    }
}
