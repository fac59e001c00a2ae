package org.tongchou.benefit.oracle;

import java.util.ArrayList;
import java.util.List;
import org.tongchou.benefit.claims.BillCursor;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.BillNumbers;
import org.tongchou.benefit.settle.Line;

/** A bill of a year file with its lines said again and again until there are twenty: a long stay that costs as much. */
record TwentyLines(BillCursor bill) implements BillNumbers {
    private static final int LINES = 20;

    /** The same of a bill that is an object; it has at least one line, and no refunds. */
    static Bill of(Bill bill) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            Line line = bill.lines().get(i % bill.lines().size());
            lines.add(new Line(
                    String.valueOf(i),
                    line.price(),
                    line.count(),
                    line.amount(),
                    line.catalogue(),
                    line.share(),
                    line.limit(),
                    line.restricted(),
                    line.approval(),
                    line.outside(),
                    line.refunds(),
                    line.category()));
        }
        return new Bill(
                bill.id(),
                bill.date(),
                bill.admitted(),
                bill.days(),
                bill.scheme(),
                bill.kind(),
                bill.provider(),
                bill.place(),
                bill.filing(),
                bill.paymentMode(),
                bill.packagePrice(),
                bill.disease(),
                bill.diagnoses(),
                bill.tags(),
                bill.careLevel(),
                bill.total(),
                lines,
                bill.buckets(),
                bill.continues(),
                bill.balances());
    }

    private int of(int line) {
        return line % bill.lines();
    }

    @Override
    public int date() {
        return bill.date();
    }

    @Override
    public int admitted() {
        return bill.admitted();
    }

    @Override
    public int kind() {
        return bill.kind();
    }

    @Override
    public int level() {
        return bill.level();
    }

    @Override
    public long providers() {
        return bill.providers();
    }

    @Override
    public int place() {
        return bill.place();
    }

    @Override
    public int filing() {
        return bill.filing();
    }

    @Override
    public int paymentMode() {
        return bill.paymentMode();
    }

    @Override
    public long packagePrice() {
        return bill.packagePrice();
    }

    @Override
    public int disease() {
        return bill.disease();
    }

    @Override
    public long diagnoses() {
        return bill.diagnoses();
    }

    @Override
    public long tags() {
        return bill.tags();
    }

    @Override
    public long account() {
        return bill.account();
    }

    @Override
    public long mutualAccount() {
        return bill.mutualAccount();
    }

    @Override
    public int continues() {
        return bill.continues();
    }

    @Override
    public int lines() {
        return LINES;
    }

    @Override
    public long price(int line) {
        return bill.price(of(line));
    }

    @Override
    public long count(int line) {
        return bill.count(of(line));
    }

    @Override
    public long amount(int line) {
        return bill.amount(of(line));
    }

    @Override
    public int catalogue(int line) {
        return bill.catalogue(of(line));
    }

    @Override
    public int share(int line) {
        return bill.share(of(line));
    }

    @Override
    public long limit(int line) {
        return bill.limit(of(line));
    }

    @Override
    public boolean restricted(int line) {
        return bill.restricted(of(line));
    }

    @Override
    public int approval(int line) {
        return bill.approval(of(line));
    }

    @Override
    public boolean outside(int line) {
        return bill.outside(of(line));
    }

    @Override
    public int refunds(int line) {
        return bill.refunds(of(line));
    }

    @Override
    public int category(int line) {
        return bill.category(of(line));
    }
}
