package org.tongchou.platform.accounts.register;

import java.util.List;
import java.util.Set;
import org.tongchou.platform.accounts.book.EntryProblem;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** What three-public events of a book must be like, whether typed or imported. Pure. */
public final class EventRules {
    private static final int MOST_TIMES = 10_000;
    private static final int MOST_PEOPLE = 100_000;

    private final int year;
    private final Set<Long> units;

    /**
     * The rules of one book.
     *
     * @param year its year
     * @param units units whose events the caller may register
     */
    EventRules(int year, Set<Long> units) {
        this.year = year;
        this.units = Set.copyOf(units);
    }

    /** Everything that is wrong with an event, in the order of its fields. */
    public List<EntryProblem> check(ThreePublicEvent.Request request) {
        Problems problems = new Problems();
        String kind = Given.text(request.kind());
        problems.told(() -> Problems.unit(units, request.unitId()));
        problems.told(() -> {
            if (!ThreePublicEvent.KINDS.contains(kind)) {
                throw Refusal.field("E-BKS-430", "事项类别", kind, String.join("、", ThreePublicEvent.KINDS) + "之一");
            }
        });
        problems.told(() -> between("E-BKS-431", "次数", Given.required("次数", request.times()), MOST_TIMES));
        problems.told(() -> {
            if (!kind.equals(ThreePublicEvent.VEHICLES)) {
                between("E-BKS-432", "人次", Given.required("人次", request.people()), MOST_PEOPLE);
            }
        });
        problems.told(() -> Registers.within("日期", request.date(), year));
        problems.told(() -> Given.requiredLine("名称", request.name(), 200));
        problems.told(() -> Given.line("事由", request.purpose(), 500));
        return problems.found();
    }

    private static void between(String code, String field, int number, int most) {
        if (number < 1 || number > most) {
            throw Refusal.field(code, field, Integer.toString(number), "1 至 " + most + " 的整数");
        }
    }
}
