package org.tongchou.platform.accounts.document;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Refusal;

/** Which units a document covers, and which book they are in. */
@Component
class Covered {
    private final Units units;
    private final EntrySums sums;

    Covered(Units units, EntrySums sums) {
        this.units = units;
        this.sums = sums;
    }

    /**
     * What a document is about.
     *
     * @param unit the unit it is made for
     * @param covered the units whose entries count
     * @param listed the units that the document lists: without the department itself when it is the sum of others
     * @param book the book
     * @param bureau the unit at the top of the book
     */
    record Scope(Unit unit, List<Unit> covered, List<Unit> listed, long book, long bureau) {
        List<Long> unitIds() {
            return covered.stream().map(Unit::id).toList();
        }

        /** Units whose operating cost is 机关运行经费. */
        List<Long> agencies() {
            return covered.stream()
                    .filter(one -> isAgency(one.nature()))
                    .map(Unit::id)
                    .toList();
        }

        List<Evidence> subordinates() {
            return listed.stream()
                    .filter(one -> !one.nature().equals("行政单位"))
                    .map(one -> new Evidence("单位", one.id(), one.code(), one.name(), "", 1, "", ""))
                    .toList();
        }
    }

    private static boolean isAgency(String nature) {
        return nature.equals("行政单位") || nature.startsWith("参照公务员");
    }

    /** What a document is about; refuses when there is no book for it. */
    Scope scope(Document document) {
        Unit unit = units.get(document.unitId());
        List<Unit> all = document.rolledUp()
                ? units.below(unit.id()).stream()
                        .filter(below -> below.level().equals(unit.level()))
                        .toList()
                : List.of(unit);
        List<Unit> listed = all.size() > 1
                ? all.stream().filter(one -> one.id() != unit.id()).toList()
                : all;
        List<Long> ancestors = new ArrayList<>();
        Long at = unit.id();
        while (at != null) {
            ancestors.add(at);
            at = units.get(at).parentId();
        }
        long book = sums.book(ancestors, document.year())
                .orElseThrow(() -> Refusal.conflict(
                        "E-DOC-003", "“" + unit.name() + "”没有 " + document.year() + " 年度账套，请先在“预算管理”中建立账套"));
        return new Scope(unit, all, listed, book, sums.bureau(book));
    }
}
