package org.tongchou.benefit.cases;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.settle.Settlement;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** The amounts of a settlement by the words of the case form. */
final class Amounts {
    /** All words: the parts of a bill, and who else pays. */
    static final List<String> WORDS = Stream.concat(
                    Arrays.stream(Bucket.values()).map(Bucket::word),
                    Stream.of("hospital", "account", "mutual_account", "cash"))
            .toList();

    private Amounts() {}

    static BigDecimal yuan(Money amount) {
        return amount.in(MoneyUnit.YUAN);
    }

    /** An amount in yuan; null when there is none of that name. */
    static @Nullable BigDecimal of(Settlement settlement, String word) {
        Money amount = switch (word) {
            case "total" -> settlement.total();
            case "hospital" -> settlement.hospital();
            case "account" -> settlement.account();
            case "mutual_account" -> settlement.mutualAccount();
            case "cash" -> settlement.cash();
            default -> part(settlement, word);
        };
        return amount == null ? null : yuan(amount);
    }

    private static @Nullable Money part(Settlement settlement, String word) {
        for (Bucket bucket : Bucket.values()) {
            if (bucket.word().equals(word)) {
                return settlement.part(bucket);
            }
        }
        return null;
    }
}
