package org.tongchou.benefit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.claims.TwoPersons.BORN;
import static org.tongchou.benefit.claims.TwoPersons.DAY;
import static org.tongchou.benefit.claims.TwoPersons.DEMO;
import static org.tongchou.benefit.claims.TwoPersons.WORDS;
import static org.tongchou.benefit.claims.TwoPersons.day;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.settle.Balances;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Continuation;
import org.tongchou.benefit.settle.Enrolment;
import org.tongchou.benefit.settle.Held;
import org.tongchou.benefit.settle.Line;
import org.tongchou.benefit.settle.Person;
import org.tongchou.benefit.settle.PersonNumbers;
import org.tongchou.money.Money;

/** Every number of a year file that is written is read. */
class ClaimsRowsTest {
    private static int own(Fact.Kind fact, String word) {
        return List.copyOf(DEMO.vocabulary().wordsOf(Fact.of(fact))).indexOf(word);
    }

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        TwoPersons.write(folder);
    }

    private ClaimsYear year() {
        return ClaimsYear.open(folder).found().orElseThrow();
    }

    @Test
    void theEngineTakesWhatWasWritten() {
        ClaimsRecords records = new ClaimsRecords(year());
        assertThat(records.person(0))
                .isEqualTo(new Person(
                        BORN,
                        null,
                        "",
                        List.of(new Enrolment("", "", "", 0, Money.ZERO, null, null)),
                        List.of(),
                        List.of(),
                        0));
        Person person = records.person(1);
        assertThat(person.sex()).isEqualTo("female");
        assertThat(person.enrolments())
                .containsExactly(new Enrolment("resident", "成年居民", "", 7, Money.ofFen(50_050), null, null));
        assertThat(person.identities()).containsExactlyInAnyOrder(Held.always("特困"), Held.always("低保"));
        assertThat(person.heldDiseases()).containsExactly(Held.always("高血压"));
        assertThat(person.careLevel()).isEqualTo(3);
        BigDecimal price = new BigDecimal("12.340000");
        BigDecimal share = new BigDecimal("0.050000");
        BigDecimal limit = new BigDecimal("10.000000");
        assertThat(records.bill(0, "stay"))
                .isEqualTo(Bill.of("0", "inpatient", DAY)
                        .admitted(DAY.minusDays(4))
                        .provider("level3", "tcm")
                        .place("in_province", "referred")
                        .paymentMode("drg")
                        .packagePrice(Money.ofFen(123_456))
                        .disease("高血压")
                        .diagnoses(List.of("c34.1"))
                        .tags(Set.of("manual", "advance"))
                        .lines(List.of(
                                new Line(
                                        "0",
                                        price,
                                        new BigDecimal("2.0000"),
                                        Money.ofFen(2468),
                                        "B",
                                        share,
                                        limit,
                                        true,
                                        1,
                                        true,
                                        "",
                                        ""),
                                new Line(
                                        "1",
                                        price,
                                        new BigDecimal("-1.0000"),
                                        Money.ofFen(-1234),
                                        "B",
                                        share,
                                        limit,
                                        true,
                                        2,
                                        false,
                                        "0",
                                        "")))
                        .balances(new Balances(Money.ofFen(500), null, Money.ofFen(700), null))
                        .continues("stay", Continuation.Reason.INTERIM)
                        .build());
        Bill visit = records.bill(1, "stay");
        assertThat(visit)
                .isEqualTo(Bill.of("1", "outpatient", DAY)
                        .provider("")
                        .place("", "")
                        .paymentMode("")
                        .lines(List.of(new Line(
                                "0",
                                new BigDecimal("1.000000"),
                                new BigDecimal("1.0000"),
                                Money.ofFen(100),
                                "C",
                                null,
                                null,
                                false,
                                0,
                                false,
                                "",
                                "")))
                        .balances(new Balances(Money.ZERO, null, Money.ZERO, null))
                        .build());
    }

    @Test
    void cursorsGiveTheNumbersOfTheRegion() {
        ClaimsYear year = year();
        List<ClaimsFailure> failures = new ArrayList<>();
        WordMap words = year.wordsIn(DEMO.vocabulary(), failures);
        assertThat(failures).isEmpty();
        PersonCursor person = new PersonCursor(year, words);
        person.move(1);
        assertThat(person.born()).isEqualTo(day(BORN));
        assertThat(person.sex()).isEqualTo(own(Fact.Kind.SEX, "female"));
        assertThat(person.scheme()).isEqualTo(own(Fact.Kind.SCHEME, "resident"));
        assertThat(person.personType()).isEqualTo(own(Fact.Kind.PERSON_TYPE, "成年居民"));
        assertThat(person.feeTier()).isEqualTo(PersonNumbers.NO_WORD);
        assertThat(person.insuredYears()).isEqualTo(7);
        assertThat(person.identities())
                .isEqualTo(1L << own(Fact.Kind.IDENTITY, "特困") | 1L << own(Fact.Kind.IDENTITY, "低保"));
        assertThat(person.heldDiseases()).isEqualTo(1L << own(Fact.Kind.DISEASE, "高血压"));
        assertThat(person.careLevel()).isEqualTo(3);
        assertThat(person.capRaise()).isEqualTo(50_050);
        person.move(0);
        assertThat(person.sex()).isEqualTo(PersonNumbers.NO_WORD);
        BillCursor bill = new BillCursor(year, words);
        bill.move(0);
        assertThat(bill.date()).isEqualTo(day(DAY));
        assertThat(bill.admitted()).isEqualTo(day(DAY) - 4);
        assertThat(bill.kind()).isEqualTo(own(Fact.Kind.KIND, "inpatient"));
        assertThat(bill.level()).isEqualTo(own(Fact.Kind.LEVEL, "level3"));
        assertThat(bill.providers()).isEqualTo(1L << own(Fact.Kind.PROVIDER, "tcm"));
        assertThat(bill.place()).isEqualTo(own(Fact.Kind.PLACE, "in_province"));
        assertThat(bill.filing()).isEqualTo(own(Fact.Kind.FILING, "referred"));
        assertThat(bill.paymentMode()).isEqualTo(own(Fact.Kind.PAYMENT_MODE, "drg"));
        assertThat(bill.packagePrice()).isEqualTo(123_456);
        assertThat(bill.disease()).isEqualTo(own(Fact.Kind.DISEASE, "高血压"));
        List<String> sets =
                List.copyOf(DEMO.vocabulary().of(Vocabulary.Kind.DIAGNOSES).keySet());
        assertThat(bill.diagnoses()).isEqualTo(1L << sets.indexOf("重大疾病"));
        assertThat(bill.tags()).isEqualTo(1L << own(Fact.Kind.TAG, "manual") | 1L << own(Fact.Kind.TAG, "advance"));
        assertThat(bill.account()).isEqualTo(500);
        assertThat(bill.mutualAccount()).isEqualTo(700);
        assertThat(bill.continues()).isEqualTo(1);
        assertThat(bill.lines()).isEqualTo(2);
        assertThat(bill.price(1)).isEqualTo(12_340_000);
        assertThat(bill.count(1)).isEqualTo(-10_000);
        assertThat(bill.amount(1)).isEqualTo(-1234);
        assertThat(bill.catalogue(1)).isEqualTo(1);
        assertThat(bill.share(1)).isEqualTo(50_000);
        assertThat(bill.limit(1)).isEqualTo(10_000_000);
        assertThat(bill.restricted(1)).isTrue();
        assertThat(bill.approval(1)).isEqualTo(2);
        assertThat(bill.outside(1)).isFalse();
        assertThat(bill.outside(0)).isTrue();
        assertThat(bill.refunds(1)).isZero();
        bill.move(1);
        assertThat(bill.lines()).isEqualTo(1);
        assertThat(bill.amount(0)).isEqualTo(100);
        assertThat(bill.level()).isEqualTo(-1);
        assertThat(bill.diagnoses()).isZero();
        assertThat(bill.restricted(0)).isFalse();
    }

    @Test
    void theManifestSaysWhatItIs() throws IOException {
        ClaimsManifest manifest = year().manifest();
        assertThat(manifest.title()).isEqualTo("两个\"人\" \\");
        assertThat(List.of(manifest.year(), manifest.persons(), manifest.bills(), manifest.lines()))
                .containsExactly(2026, 2, 2, 3);
        assertThat(manifest.words()).isEqualTo(WORDS);
        assertThat(Files.readString(folder.resolve("claims.yaml")))
                .startsWith("#")
                .contains("rows: { persons: 2");
    }
}
