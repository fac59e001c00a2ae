package org.tongchou.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongchou.accounts.publish.Content.Heading;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.accounts.write.Outline.Entry;
import org.tongchou.accounts.write.Outline.Section;

class OutlineTest {
    @Test
    void movesHeadingsToTheWideTableTheyIntroduce() {
        Outline outline = Outline.of(SamplePublication.with(List.of(
                new Text("前"),
                new Heading(2, "二、收入决算表"),
                SamplePublication.income(),
                new Heading(2, "三、其他"),
                new Text("后"))));
        assertThat(outline.sections()).extracting(Section::wide).containsExactly(false, true, false);
        assertThat(outline.sections().get(1).items()).hasSize(2);
    }

    @Test
    void listsATableThatNoHeadingIntroduces() {
        Outline outline = Outline.of(
                SamplePublication.with(List.of(new Heading(7, "一"), new Text("文"), SamplePublication.total())));
        assertThat(outline.entries()).containsExactly(new Entry(3, "一", "h1"), new Entry(3, "收入支出决算总表", "table1"));
    }
}
