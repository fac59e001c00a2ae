package org.tongchou.platform.fund.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.Money;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** What a voucher must be before it is posted; the database holds the same for everybody. */
final class VoucherRules {
    private static final int LONGEST_SUMMARY = 200;
    private static final int LONGEST_PARTY = 60;
    private static final int LONGEST_CAUSE = 100;
    private static final int MOST_LEGS = 5_000;
    /** 10 万亿元: larger amounts are mistakes. */
    private static final long LARGEST_FEN = 1_000_000_000_000_000L;

    private static final Pattern IDENTITY = Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])");

    private final Chart chart;

    VoucherRules(Chart chart) {
        this.chart = chart;
    }

    void check(Voucher voucher) {
        chart.fund(voucher.fund());
        FundDays.day("凭证日期", voucher.date());
        plain("摘要", Given.requiredLine("摘要", voucher.summary(), LONGEST_SUMMARY));
        Cause cause = voucher.cause();
        Given.requiredLine("事由模块", cause.module(), LONGEST_CAUSE);
        Given.requiredLine("事由类别", cause.kind(), LONGEST_CAUSE);
        plain("事由编号", Given.requiredLine("事由编号", cause.id(), LONGEST_CAUSE));
        if (voucher.legs().size() < 2 || voucher.legs().size() > MOST_LEGS) {
            throw Refusal.field("E-FUN-004", "分录", voucher.legs().size() + " 行", "2 至 " + MOST_LEGS + " 行");
        }
        long sum = 0;
        for (Leg leg : voucher.legs()) {
            check(leg);
            sum = Math.addExact(sum, leg.fen());
        }
        if (sum != 0) {
            throw Refusal.field("E-FUN-015", "分录合计", "借贷相差 " + Money.ofFen(sum), "借方合计等于贷方合计");
        }
    }

    private void check(Leg leg) {
        Chart.Account account = chart.account(leg.account());
        if (!account.leaf()) {
            throw Refusal.field("E-FUN-013", "会计科目", account.name(), "没有下级的明细科目");
        }
        if (leg.fen() == 0 || leg.fen() > LARGEST_FEN || leg.fen() < -LARGEST_FEN) {
            throw Refusal.field("E-FUN-005", "金额", Money.ofFen(leg.fen()).toString(), "不为零且不超过 10 万亿元的金额");
        }
        String party = party(leg.party());
        if (account.party().equals("required") && party.isEmpty()) {
            throw Refusal.field("E-FUN-013", "往来对象", "", "“" + account.name() + "”必须写明往来对象");
        }
        if (account.party().equals("none") && !party.isEmpty()) {
            throw Refusal.field("E-FUN-013", "往来对象", party, "空，“" + account.name() + "”没有往来对象");
        }
        plain("往来对象", Given.line("往来对象", party, LONGEST_PARTY));
    }

    /** No identity number may stand in the books. */
    private static void plain(String field, String text) {
        if (IDENTITY.matcher(text).find()) {
            throw Refusal.field("E-FUN-006", field, null, "不含身份证件号码的文字");
        }
    }

    static String party(@Nullable String party) {
        return party == null ? "" : party.strip();
    }

    static long debit(Voucher voucher) {
        return voucher.legs().stream()
                .mapToLong(Leg::fen)
                .filter(fen -> fen > 0)
                .reduce(0, Math::addExact);
    }

    /** Tells vouchers of the same content, whatever the order of their lines. */
    static String digest(Voucher voucher) {
        List<String> lines = voucher.legs().stream()
                .sorted(Comparator.comparing(Leg::account)
                        .thenComparing(leg -> party(leg.party()))
                        .thenComparingLong(Leg::fen))
                .map(leg -> leg.account() + '\t' + party(leg.party()) + '\t' + leg.fen())
                .toList();
        String text =
                voucher.fund() + '\n' + voucher.date() + '\n' + voucher.summary() + '\n' + String.join("\n", lines);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
