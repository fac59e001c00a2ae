package org.tongchou.benefit.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Fact;

/** Numbers settle as objects do. */
class SettlerProperties {
    @Property(tries = 100)
    void settlesAsTheEngineDoes(@ForAll long seed) {
        RandomYear year = new RandomYear(seed);
        Settler settler = new Settler(year.policy);
        year.settleAll(settlement -> {
            say(settler, year.person, settlement);
            assertThat(settler.run()).isNull();
            assertThat(settler.total()).isEqualTo(settlement.total().fen());
            assertThat(settler.cash()).isEqualTo(settlement.cash().fen());
            for (Bucket bucket : Bucket.values()) {
                assertThat(settler.part(bucket))
                        .isEqualTo(settlement.part(bucket).fen());
            }
            for (int i = 0; i < settler.tiers().size(); i++) {
                assertThat(settler.paid(i))
                        .isEqualTo(
                                settlement.paidBy(settler.tiers().get(i).id()).fen());
            }
            long[] after = new long[year.policy.layout().cells()];
            settler.counters(after);
            assertThat(after).isEqualTo(settlement.after().cells());
            assertThat(settler.stay()).isEqualTo(settlement.after().stay());
        });
    }

    private static void say(Settler settler, Person person, Settlement settlement) {
        Bill bill = settlement.bill();
        settler.begin(
                bill.id(), settlement.before().cells(), settlement.before().stay());
        settler.fact(Fact.Kind.SCHEME, settler.word(Fact.Kind.SCHEME, "resident"));
        settler.fact(Fact.Kind.KIND, settler.word(Fact.Kind.KIND, bill.kind()));
        settler.fact(
                Fact.Kind.LEVEL, settler.word(Fact.Kind.LEVEL, bill.provider().level()));
        settler.fact(Fact.Kind.PLACE, settler.word(Fact.Kind.PLACE, bill.place()));
        settler.fact(Fact.Kind.FILING, settler.word(Fact.Kind.FILING, bill.filing()));
        settler.fact(Fact.Kind.PAYMENT_MODE, settler.word(Fact.Kind.PAYMENT_MODE, bill.paymentMode()));
        settler.number(Fact.Kind.AGE, ChronoUnit.YEARS.between(person.born(), bill.date()));
        settler.number(Fact.Kind.DAYS, 1);
        person.identities()
                .forEach(held -> settler.add(Fact.Kind.IDENTITY, settler.word(Fact.Kind.IDENTITY, held.word())));
        person.heldDiseases()
                .forEach(
                        held -> settler.add(Fact.Kind.HELD_DISEASE, settler.word(Fact.Kind.HELD_DISEASE, held.word())));
        Balances balances = bill.balances();
        long use = balances.accountUse() == null
                ? Long.MAX_VALUE
                : balances.accountUse().fen();
        settler.balances(
                Math.min(balances.account().fen(), use), balances.mutual().fen());
        // Lines with their refunds taken off, as the engine holds them.
        Lines lines = new Lines();
        assertThat(LineEncoder.encode(lines, bill)).isNull();
        for (int i = 0; i < lines.size; i++) {
            settler.line(
                    lines.price[i],
                    lines.count[i],
                    lines.amount[i],
                    lines.catalogue[i],
                    lines.share[i],
                    lines.limit[i],
                    lines.outOfCatalogue[i],
                    !lines.inPackage[i]);
        }
    }
}
