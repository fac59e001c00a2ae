package org.tongchou.platform.settlement.clearing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.settlement.Settlements.Settled;

/** What a test knows by itself of what institutions are due: every settlement it made, and in which statement each belongs. */
final class MonthsBook {
    /** Where a fund owes an institution. */
    record Place(String provider, String fund) {}

    private record Line(
            long id,
            String provider,
            LocalDate day,
            boolean undone,
            @Nullable Long of,
            Map<String, Long> funds) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<Long, Long> statementOf = new HashMap<>();
    private final Set<Long> elsewhere = new HashSet<>();

    /** Money by place that stands nowhere in the settlements: paid ahead, kept, paid. */
    final Map<Place, Long> prepaid = new HashMap<>();

    final Map<Place, Long> setOff = new HashMap<>();
    final Map<Place, Long> kept = new HashMap<>();
    final Map<Place, Long> toPay = new HashMap<>();
    final Map<Place, Long> paid = new HashMap<>();

    /** Notes a settlement or mirror. */
    void enter(Settled settled, boolean dueElsewhere) {
        Map<String, Long> funds = new TreeMap<>();
        if (settled.personId() < 0) {
            add(
                    funds,
                    settled.scheme().equals("employee") ? Funds.EMPLOYEE : Funds.RESIDENT,
                    settled.amounts().fund()
                            + settled.amounts().account()
                            + settled.amounts().mutual());
        } else {
            settled.payments().forEach(payment -> add(funds, payment.fund(), payment.fen()));
            add(
                    funds,
                    Funds.ACCOUNT,
                    settled.amounts().account() + settled.amounts().mutual());
        }
        lines.add(new Line(
                settled.id(),
                settled.provider(),
                settled.day(),
                settled.kept().equals("冲正"),
                settled.reverses(),
                funds));
        if (dueElsewhere || (settled.reverses() != null && elsewhere.contains(settled.reverses()))) {
            elsewhere.add(settled.id());
        }
    }

    static void add(Map<String, Long> funds, String fund, long fen) {
        if (fen != 0) {
            funds.merge(fund, fen, Long::sum);
        }
    }

    static void add(Map<Place, Long> money, Place place, long fen) {
        money.merge(place, fen, Long::sum);
    }

    static long of(Map<Place, Long> money, Place place) {
        return money.getOrDefault(place, 0L);
    }

    private boolean open(Line line) {
        return !elsewhere.contains(line.id()) && !statementOf.containsKey(line.id());
    }

    /** What a month's statement must consist of. */
    Set<Long> expected(String provider, YearMonth month) {
        Set<Long> ids = new HashSet<>();
        Set<Long> settled = new HashSet<>();
        for (Line line : lines) {
            if (line.provider().equals(provider) && open(line) && !line.day().isAfter(month.atEndOfMonth())) {
                ids.add(line.id());
                settled.add(line.id());
            }
        }
        for (Line line : lines) {
            if (open(line) && line.undone() && settled.contains(line.of())) {
                ids.add(line.id());
            }
        }
        return ids;
    }

    /** Puts settlements into a statement. */
    void clear(Set<Long> ids, long statement) {
        ids.forEach(id -> statementOf.put(id, statement));
    }

    /** Takes a statement apart that was returned. */
    void open(long statement) {
        statementOf.values().removeIf(one -> one == statement);
    }

    /** Shares of funds and accounts of some settlements. */
    Map<String, Long> shares(Set<Long> ids) {
        Map<String, Long> sums = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> ids.contains(line.id()))
                .forEach(line -> line.funds().forEach((fund, fen) -> add(sums, fund, fen)));
        sums.values().removeIf(fen -> fen == 0);
        return sums;
    }

    /** What all settlements of an institution say that a fund owes it. */
    long owed(Place place) {
        return lines.stream()
                .filter(line -> line.provider().equals(place.provider()) && !elsewhere.contains(line.id()))
                .mapToLong(line -> line.funds().getOrDefault(place.fund(), 0L))
                .sum();
    }

    /** Whether a settlement or mirror is due to somebody else. */
    boolean isElsewhere(Settled settled) {
        return elsewhere.contains(settled.id());
    }

    /** How many settlements and mirrors. */
    int size() {
        return lines.size();
    }

    /** Whether nothing is left for a statement. */
    boolean empty(String provider) {
        return lines.stream().noneMatch(line -> line.provider().equals(provider) && open(line));
    }
}
