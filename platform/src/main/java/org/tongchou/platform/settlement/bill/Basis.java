package org.tongchou.platform.settlement.bill;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.TreeSet;
import org.tongchou.benefit.coverage.Member;
import org.tongchou.benefit.settle.Bill;

/** A digest of what a settlement is decided on: the same file and the same bill have the same one, never 0. */
final class Basis {
    private Basis() {}

    static long of(Member member, Bill bill) {
        String told = List.of(
                        member,
                        bill.id(),
                        bill.date(),
                        String.valueOf(bill.admitted()),
                        bill.scheme(),
                        bill.kind(),
                        bill.provider().level(),
                        new TreeSet<>(bill.provider().tags()),
                        bill.place(),
                        bill.filing(),
                        bill.paymentMode(),
                        bill.disease(),
                        bill.diagnoses(),
                        new TreeSet<>(bill.tags()),
                        bill.lines(),
                        String.valueOf(bill.continues()),
                        bill.balances())
                .toString();
        try {
            long digest = ByteBuffer.wrap(
                            MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
            return digest == 0 ? 1 : digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
