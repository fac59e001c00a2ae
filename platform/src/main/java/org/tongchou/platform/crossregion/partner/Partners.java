package org.tongchou.platform.crossregion.partner;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.fund.Payee;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** The regions that we exchange people with. */
@Service("crossregionPartners")
public class Partners {
    private static final String COLUMNS =
            "select area, name, in_province, simulated, ratio, holder, bank_name, account_shown from crossregion.partner";

    private final JdbcClient database;
    private final PersonalSecrets secrets;
    private final Region region;
    private final AuditLog audit;

    Partners(JdbcClient database, PersonalSecrets secrets, Region region, AuditLog audit) {
        this.database = database;
        this.secrets = secrets;
        this.region = region;
        this.audit = audit;
    }

    /** All, by code. */
    public List<Partner> list() {
        return database.sql(COLUMNS + " order by area").query(Partner.class).list();
    }

    /** A region. */
    public Optional<Partner> find(String area) {
        return database.sql(COLUMNS + " where area = :area")
                .param("area", area)
                .query(Partner.class)
                .optional();
    }

    /** A region that must be known. */
    public Partner get(String area) {
        return find(area).orElseThrow(() -> Refusal.field("E-CRS-001", "统筹区", area, "已登记异地就医往来的统筹区"));
    }

    /** The region of a provider: that of the first four digits of its code. */
    public static String areaOf(String provider) {
        return provider.substring(1, 5) + "00";
    }

    /** Where a region is paid to. */
    public Optional<Payee> payee(Partner partner) {
        return database.sql(
                        "select bank_account from crossregion.partner where area = :area and bank_account is not null")
                .param("area", partner.area())
                .query(byte[].class)
                .optional()
                .map(bytes -> new Payee(partner.area(), partner.holder(), partner.bankName(), secrets.open(bytes)));
    }

    /** Enters a region, or changes it. */
    @Transactional
    public Partner save(Actor actor, Partner.Request request) {
        String area = Given.text(request.area());
        if (!area.matches("[0-9]{6}") || area.equals(region.code())) {
            throw Refusal.field("E-CRS-002", "统筹区", area, "六位区划，不是本统筹区");
        }
        BigDecimal ratio =
                Optional.<@Nullable BigDecimal>ofNullable(request.ratio()).orElse(BigDecimal.ZERO);
        if (ratio.signum() < 0 || ratio.compareTo(BigDecimal.ONE) > 0) {
            throw Refusal.field("E-CRS-003", "模拟支付比例", ratio.toPlainString(), "0 至 1 之间的数");
        }
        String account = Given.text(request.bankAccount()).replace(" ", "");
        if (!account.isEmpty() && !account.matches("[0-9-]{6,40}")) {
            throw Refusal.field("E-CRS-004", "收款账号", null, "6 至 40 位数字");
        }
        database.sql("""
                        insert into crossregion.partner (area, name, in_province, simulated, ratio, holder, bank_name,
                            bank_account, account_shown, changed_by, changed_name)
                        values (:area, :name, :province, :simulated, :ratio, :holder, :bank, :account, :shown, :who, :whoName)
                        on conflict (area) do update set name = excluded.name, in_province = excluded.in_province,
                            simulated = excluded.simulated, ratio = excluded.ratio, holder = excluded.holder,
                            bank_name = excluded.bank_name,
                            bank_account = coalesce(excluded.bank_account, crossregion.partner.bank_account),
                            account_shown = case when excluded.bank_account is null then crossregion.partner.account_shown
                                else excluded.account_shown end,
                            changed_by = excluded.changed_by, changed_name = excluded.changed_name, changed_at = now()""")
                .param("area", area)
                .param("name", Given.requiredLine("名称", request.name(), 100))
                .param("province", Given.required("是否省内", request.inProvince()))
                .param("simulated", Given.required("是否模拟", request.simulated()))
                .param("ratio", ratio)
                .param("holder", Given.line("户名", request.holder(), 100))
                .param("bank", Given.line("开户银行", request.bankName(), 100))
                .param("account", account.isEmpty() ? null : secrets.seal(account))
                .param("shown", PersonalSecrets.masked(account))
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .update();
        Partner saved = get(area);
        audit.record(
                actor,
                "crossregion.partner.save",
                "crossregion.partner",
                area,
                "登记异地往来统筹区 " + saved.name(),
                null,
                Map.of("省内", saved.inProvince(), "模拟", saved.simulated(), "收款账号", saved.accountShown()));
        return saved;
    }
}
