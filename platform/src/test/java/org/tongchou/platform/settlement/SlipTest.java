package org.tongchou.platform.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.platform.PlatformTest;

/** The printed slip of a long bill, read back from its pages. */
@PlatformTest
@Import({EverybodyPaid.class, Counter.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlipTest {
    private static final int LINES = 60;

    @Autowired
    private Counter counter;

    @Autowired
    private BillFiles files;

    @BeforeAll
    void fill() {
        counter.fill();
    }

    @Test
    void aLongBillFillsPagesAndLosesNothing() throws IOException {
        long person = counter.person("样例长单", "employee", "在职", "359901");
        counter.credit(person, 30_000);
        String[] yuan = IntStream.rangeClosed(1, LINES)
                .mapToObj(line -> (100 + 17 * line) + ".5" + line % 10)
                .toArray(String[]::new);
        BillFile bill = files.find(counter.settle(counter.visit(person, "employee", "inpatient", yuan))
                        .number())
                .orElseThrow();
        byte[] pdf = files.slipPdf(bill);
        Files.write(Path.of("target", "slip.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isEqualTo(3);
            for (int page = 1; page <= pages; page++) {
                String text = text(document, page, page);
                assertThat(text).contains("结算编号" + bill.row().number() + "第" + page + "页，共3页");
                assertThat(text).as("lines below their heads on page %d", page).contains("政策范围样例药");
            }
            String text = text(document, 1, pages);
            assertThat(text).as("a character that the font does not have").doesNotContain("#");
            assertThat(bill.lines()).hasSize(LINES);
            assertThat(text)
                    .containsSubsequence(bill.lines().stream()
                            .map(line -> line.name()
                                    + "甲乙".charAt(line.itemClass().charAt(0) - 'A') + "1" + printed(line.fen()))
                            .toList());
            assertThat(bill.explained().steps()).hasSizeGreaterThan(5);
            assertThat(text.substring(text.indexOf("怎样算出来")))
                    .containsSubsequence(bill.explained().steps().stream()
                            .map(step -> stripped(step.what() + printed(step.fen()) + "元"
                                    + (step.formula().isEmpty() ? "" : "：" + step.formula())))
                            .toList());
            assertThat(text)
                    .contains("医疗费总额" + printed(bill.amounts().total()))
                    .contains("基金支付" + printed(bill.amounts().fund()))
                    .contains("个人账户支付" + printed(30_000))
                    .contains("个人现金支付" + printed(bill.amounts().cash()));
        }
    }

    private static String printed(long fen) {
        return Money.ofFen(fen).print(MoneyUnit.YUAN, 2);
    }

    /** What stands on some pages, without white space, which lies where lines are broken. */
    private static String text(PDDocument document, int first, int last) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        return stripped(stripper.getText(document));
    }

    private static String stripped(String text) {
        return text.replaceAll("[\\s　]", "").replace('−', '-');
    }
}
