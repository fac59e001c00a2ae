package org.tongchou.platform.disclosure;

import java.io.IOException;
import java.nio.file.Path;
import org.tongchou.accounts.derive.Derivation;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.write.DocxWriter;
import org.tongchou.accounts.write.HtmlWriter;
import org.tongchou.accounts.write.XlsxWriter;

/** The documents of the invented city, written from the figures that come with the repository. */
final class SampleDocuments {
    static final Path EXAMPLES = Path.of("..", "examples", "accounts");

    private SampleDocuments() {}

    static Publication finalAccounts() {
        return of("sample-city-2024-final");
    }

    static Publication budget() {
        return of("sample-city-2024-budget");
    }

    private static Publication of(String folder) {
        return Derivation.derive(
                AccountsFigures.load(EXAMPLES.resolve(folder)).figures().orElseThrow());
    }

    static byte[] html(Publication publication) {
        return HtmlWriter.write(publication);
    }

    static byte[] docx(Publication publication) throws IOException {
        return DocxWriter.write(publication);
    }

    static byte[] xlsx(Publication publication) throws IOException {
        return XlsxWriter.write(publication);
    }

    /** A small document of our own whose total is wrong by 10. */
    static String wrong() {
        return """
                样例市医疗保障局 2024 年度部门决算

                收入支出决算总表
                公开01表
                单位：万元
                收入\t行次\t决算数\t支出\t行次\t决算数
                一、一般公共预算财政拨款收入\t1\t100.00\t一、卫生健康支出\t31\t90.00
                本年收入合计\t27\t100.00\t本年支出合计\t57\t90.00
                年初结转和结余\t29\t0.00\t年末结转和结余\t59\t0.00
                总计\t30\t100.00\t总计\t60\t90.00
                """;
    }
}
