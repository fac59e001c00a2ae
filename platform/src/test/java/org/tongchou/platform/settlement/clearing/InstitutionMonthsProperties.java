package org.tongchou.platform.settlement.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongchou.platform.MovableClock;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.settlement.Counter;
import org.tongchou.platform.settlement.EverybodyPaid;

/**
 * Random months of institutions: what settlements say, what statements say and what the ledger says is the same at any time, to the fen.
 * Some seconds; longer with {@code -Dtongchou.months.minutes}, others with {@code -Dtongchou.months.seed}.
 */
@PlatformTest
@Import({EverybodyPaid.class, MovableClock.class, Counter.class, MonthsFixture.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstitutionMonthsProperties {
    private static final long SEED = Long.getLong("tongchou.months.seed", 20261122);
    private static final Duration TIME =
            Duration.ofSeconds(12).plus(Duration.ofMinutes(Integer.getInteger("tongchou.months.minutes", 0)));

    @AfterAll
    void release() {
        MovableClock.release();
    }

    @Test
    void statementsSettlementsAndLedgerAgreeInAnyOrderOfActs(@Autowired MonthsFixture fixture) {
        fixture.fill();
        Instant end = Instant.now().plus(TIME);
        int worlds = 0;
        int settlements = 0;
        int statements = 0;
        do {
            long seed = SEED + worlds;
            MonthsWorld world = new MonthsWorld(fixture, seed, fixture.providers());
            List<String> told = world.live();
            if (worlds == 0) {
                assertThat(new MonthsWorld(fixture, seed, fixture.providers()).live())
                        .as("the same acts say the same")
                        .isEqualTo(told);
            }
            worlds++;
            settlements += world.size();
            statements += told.size();
        } while (Instant.now().isBefore(end));
        System.out.printf("机构月结：%d 组，结算和撤销 %,d 笔，月结单 %,d 张，种子 %d 起%n", worlds, settlements, statements, SEED);
    }
}
