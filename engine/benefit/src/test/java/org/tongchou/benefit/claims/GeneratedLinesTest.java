package org.tongchou.benefit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongchou.benefit.claims.GeneratedYear.assertShare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.benefit.policy.PolicyPack;

/** How often lines of synthetic bills are as the generator says, and what they can never be. */
class GeneratedLinesTest {
    @TempDir
    static Path folder;

    private static GeneratedYear all;
    private static ClaimsYear year;

    @BeforeAll
    static void generate() throws IOException {
        all = GeneratedYear.in(folder);
        year = all.year();
    }

    @Test
    void aLineIsItsPriceTimesItsCount() {
        all.lines().forEach(line -> {
            long price = year.longAt(ClaimsColumn.LINE_PRICE, line);
            long count = year.longAt(ClaimsColumn.LINE_COUNT, line);
            assertThat(price).isPositive();
            assertThat(year.lineAmount(line)).isEqualTo(price / 10_000 * (count / 10_000));
            assertThat(count).isBetween(all.refund(line) ? -10_000L : 10_000L, all.refund(line) ? -10_000L : 100_000L);
        });
        assertShare(
                10,
                all.lines().filter(line -> !all.refund(line)),
                line -> year.longAt(ClaimsColumn.LINE_COUNT, line) == 100_000);
    }

    @Test
    void aBillHasOneToSixLines() {
        all.bills().forEach(bill -> assertThat(charged(bill)).isBetween(1, 6));
        assertShare(100.0 / 6, all.bills(), bill -> charged(bill) == 1);
        assertShare(100.0 / 6, all.bills(), bill -> charged(bill) == 6);
    }

    private static int charged(int bill) {
        return (int) IntStream.range(year.firstLine(bill), year.endOfLines(bill))
                .filter(line -> !all.refund(line))
                .count();
    }

    @Test
    void theCatalogueIsHalfAAndTwoFifthsB() {
        assertShare(
                50,
                all.lines().filter(line -> !all.refund(line)),
                line -> year.byteAt(ClaimsColumn.LINE_CATALOGUE, line) == 0);
        assertShare(
                40,
                all.lines().filter(line -> !all.refund(line)),
                line -> year.byteAt(ClaimsColumn.LINE_CATALOGUE, line) == 1);
        assertShare(
                10,
                all.lines().filter(line -> !all.refund(line)),
                line -> year.byteAt(ClaimsColumn.LINE_CATALOGUE, line) == 2);
    }

    @Test
    void sharesLimitsAndMarksAreWhereTheyMayBe() {
        all.lines().forEach(line -> {
            int catalogue = year.byteAt(ClaimsColumn.LINE_CATALOGUE, line);
            int share = year.intAt(ClaimsColumn.LINE_SHARE, line);
            assertThat(share)
                    .isIn(
                            catalogue == 1
                                    ? Set.of(-1, 50_000, 100_000, 150_000, 200_000, 250_000, 300_000)
                                    : Set.of(-1));
            long limit = year.longAt(ClaimsColumn.LINE_LIMIT, line);
            long price = year.longAt(ClaimsColumn.LINE_PRICE, line);
            assertThat(limit).isIn(catalogue < 2 ? Set.of(-1L, price / 10 * 8) : Set.of(-1L));
            int marks = year.byteAt(ClaimsColumn.LINE_MARKS, line);
            boolean restricted = (marks & LineRow.RESTRICTED) != 0;
            assertThat(marks >> 1 & 3).isBetween(0, restricted ? 2 : 0);
            if ((marks & LineRow.OUTSIDE) != 0) {
                assertThat(year.byteAt(ClaimsColumn.BILL_PAYMENT_MODE, all.billOf(line)))
                        .isPositive();
            }
        });
        assertShare(
                100.0 / 6,
                all.lines().filter(line -> year.byteAt(ClaimsColumn.LINE_CATALOGUE, line) == 1),
                line -> year.intAt(ClaimsColumn.LINE_SHARE, line) > 0);
        assertShare(
                5,
                all.lines().filter(line -> year.byteAt(ClaimsColumn.LINE_CATALOGUE, line) < 2),
                line -> year.longAt(ClaimsColumn.LINE_LIMIT, line) > 0);
        assertShare(
                100.0 / 30,
                all.lines(),
                line -> (year.byteAt(ClaimsColumn.LINE_MARKS, line) & LineRow.RESTRICTED) != 0);
        assertShare(
                100.0 / 3,
                all.lines().filter(line -> (year.byteAt(ClaimsColumn.LINE_MARKS, line) & LineRow.RESTRICTED) != 0),
                line -> (year.byteAt(ClaimsColumn.LINE_MARKS, line) >> 1 & 3) == 2);
        assertShare(
                10,
                all.lines().filter(line -> year.byteAt(ClaimsColumn.BILL_PAYMENT_MODE, all.billOf(line)) > 0),
                line -> (year.byteAt(ClaimsColumn.LINE_MARKS, line) & LineRow.OUTSIDE) != 0);
    }

    @Test
    void onePieceOfTheLastLineMayBeGivenBack() {
        all.lines().filter(all::refund).forEach(line -> {
            int first = year.firstLine(all.billOf(line));
            int of = first + year.shortAt(ClaimsColumn.LINE_REFUNDS, line);
            assertThat(of).isEqualTo(line - 1);
            assertThat(line + 1).isEqualTo(year.endOfLines(all.billOf(line)));
            assertThat(year.longAt(ClaimsColumn.LINE_COUNT, of)).isGreaterThan(10_000);
            for (ClaimsColumn same : List.of(ClaimsColumn.LINE_PRICE, ClaimsColumn.LINE_LIMIT)) {
                assertThat(year.longAt(same, line)).isEqualTo(year.longAt(same, of));
            }
            assertThat(year.byteAt(ClaimsColumn.LINE_CATALOGUE, line))
                    .isEqualTo(year.byteAt(ClaimsColumn.LINE_CATALOGUE, of));
            assertThat(year.byteAt(ClaimsColumn.LINE_MARKS, line)).isEqualTo(year.byteAt(ClaimsColumn.LINE_MARKS, of));
            assertThat(year.intAt(ClaimsColumn.LINE_SHARE, line)).isEqualTo(year.intAt(ClaimsColumn.LINE_SHARE, of));
        });
        // one in forty of the nine tenths of bills whose last line has two pieces or more
        assertShare(100 * 0.9 / 40, all.bills(), bill -> all.refund(year.endOfLines(bill) - 1));
    }

    @Test
    void fewerThanNobodyIsRefused() {
        PolicyPack pack =
                PolicyPack.read(Path.of("..", "..", "regions", "demo")).getPack();
        assertThatThrownBy(() -> new ClaimsGenerator(pack, 2026, -1, 1)).hasMessageContaining("persons: -1");
    }
}
