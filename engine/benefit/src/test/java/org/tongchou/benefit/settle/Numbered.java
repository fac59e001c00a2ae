package org.tongchou.benefit.settle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A person and a bill by number, as a test wants them: whatever it does not say is nothing. */
final class Numbered implements PersonNumbers, BillNumbers {
    static final int INPATIENT = 4;
    static final int HIGH = 2;

    int born = day(1980, 5, 10);
    long identities;
    int date = day(2025, 5, 10);
    int admitted = NO_DAY;
    int scheme = 1;
    long packagePrice = NOTHING;
    int paymentMode = NO_WORD;
    long account;
    long mutual;
    int continues = -1;
    int sex = NO_WORD;
    int personType = NO_WORD;
    int feeTier = NO_WORD;
    int insuredYears;
    long heldDiseases;
    int careLevel;
    int kind = INPATIENT;
    int level = HIGH;
    long providers;
    int place;
    int filing;
    int disease = NO_WORD;
    long diagnoses;
    long tags;
    final List<Charge> charges = new ArrayList<>();

    /** A line: price in 10^-6 yuan, count in 10^-4, amount in fen. */
    record Charge(long price, long count, long amount, int share, int refunds) {}

    static int day(int year, int month, int day) {
        return (int) LocalDate.of(year, month, day).toEpochDay();
    }

    /** A bill of one line of class A, once, of so many fen. */
    static Numbered bill(long fen) {
        Numbered bill = new Numbered();
        bill.charges.add(once(fen));
        return bill;
    }

    static Charge once(long fen) {
        return new Charge(fen * 10_000, 10_000, fen, NOTHING, NOTHING);
    }

    @Override
    public int born() {
        return born;
    }

    @Override
    public int sex() {
        return sex;
    }

    @Override
    public int scheme() {
        return scheme;
    }

    @Override
    public int personType() {
        return personType;
    }

    @Override
    public int feeTier() {
        return feeTier;
    }

    @Override
    public int insuredYears() {
        return insuredYears;
    }

    @Override
    public long identities() {
        return identities;
    }

    @Override
    public long heldDiseases() {
        return heldDiseases;
    }

    @Override
    public int careLevel() {
        return careLevel;
    }

    @Override
    public long capRaise() {
        return 0;
    }

    @Override
    public int date() {
        return date;
    }

    @Override
    public int admitted() {
        return admitted;
    }

    @Override
    public int kind() {
        return kind;
    }

    @Override
    public int level() {
        return level;
    }

    @Override
    public long providers() {
        return providers;
    }

    @Override
    public int place() {
        return place;
    }

    @Override
    public int filing() {
        return filing;
    }

    @Override
    public int paymentMode() {
        return paymentMode;
    }

    @Override
    public long packagePrice() {
        return packagePrice;
    }

    @Override
    public int disease() {
        return disease;
    }

    @Override
    public long diagnoses() {
        return diagnoses;
    }

    @Override
    public long tags() {
        return tags;
    }

    @Override
    public long account() {
        return account;
    }

    @Override
    public long mutualAccount() {
        return mutual;
    }

    @Override
    public int continues() {
        return continues;
    }

    @Override
    public int lines() {
        return charges.size();
    }

    @Override
    public long price(int line) {
        return charges.get(line).price();
    }

    @Override
    public long count(int line) {
        return charges.get(line).count();
    }

    @Override
    public long amount(int line) {
        return charges.get(line).amount();
    }

    @Override
    public int category(int line) {
        return NOTHING;
    }

    @Override
    public int catalogue(int line) {
        return Lines.A;
    }

    @Override
    public int share(int line) {
        return charges.get(line).share();
    }

    @Override
    public long limit(int line) {
        return NOTHING;
    }

    @Override
    public boolean restricted(int line) {
        return false;
    }

    @Override
    public int approval(int line) {
        return 0;
    }

    @Override
    public boolean outside(int line) {
        return false;
    }

    @Override
    public int refunds(int line) {
        return charges.get(line).refunds();
    }
}
