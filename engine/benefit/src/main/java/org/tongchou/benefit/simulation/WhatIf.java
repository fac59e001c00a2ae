package org.tongchou.benefit.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;

/**
 * A year under the rules as they are and under a reform.
 *
 * @param base the year under the rules as they are
 * @param reform the year under the reform
 * @param tables all that is to be shown
 */
public record WhatIf(Resettled base, Resettled reform, List<ReportTable> tables) {
    /** Copies the list. */
    public WhatIf {
        tables = List.copyOf(tables);
    }

    /**
     * What is asked besides.
     *
     * @param heavy a burden of a year of more than this is 灾难性
     * @param reserves 累计结余 of funds by their ids; none for those not asked for
     */
    public record Question(Money heavy, Map<String, Money> reserves) {
        /** Copies the map, keeping its order. */
        public Question {
            reserves = Collections.unmodifiableMap(new LinkedHashMap<>(reserves));
        }
    }

    /**
     * Settles a year twice and compares.
     *
     * @param resettlement of the year
     * @param base the rules as they are
     * @param changed the same with a reform
     * @param question what is asked besides
     * @param progress told how many persons have been done, of twice as many as there are
     */
    public static WhatIf compare(
            Resettlement resettlement, PolicyPack base, PolicyPack changed, Question question, IntConsumer progress)
            throws InterruptedException {
        Resettled before = resettlement.run(base, progress);
        Resettled after = resettlement.run(changed, done -> progress.accept(before.persons() + done));
        List<ReportTable> tables = new ArrayList<>();
        SumTables sums = new SumTables(base.vocabulary(), before.tally(), after.tally());
        tables.add(sums.overall());
        tables.add(sums.funds());
        for (Dimension dimension : Dimension.values()) {
            tables.add(sums.by(dimension));
        }
        BurdenTables burdens = new BurdenTables(before, after);
        tables.add(burdens.winnersAndLosers());
        tables.add(burdens.deciles());
        tables.add(burdens.heavy(question.heavy()));
        sums.reserves(question.reserves()).ifPresent(tables::add);
        sums.refused().ifPresent(tables::add);
        return new WhatIf(before, after, tables);
    }
}
