package org.tongchou.platform.accounts.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongchou.accounts.derive.CellAddress;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** What figures open to besides entries. {@link SourcesProperties} adds the entries up. */
@PlatformTest
class SourcesTest {
    private static final PageQuery PAGE = new PageQuery(1, 20, null);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private DocumentFlow flow;

    @Autowired
    private DocumentStore store;

    @Autowired
    private Drafts drafts;

    @Autowired
    private FigureSources sources;

    private DocumentFixture fixture;

    @BeforeEach
    void create() {
        fixture = DocumentFixture.get(beans);
    }

    @Test
    void figuresOfSentencesOpenToEntriesRegistersAndOtherFigures() {
        long id = document(fixture.bureau(), DocumentKind.FINAL);
        Composed composed = open(id);
        long version = store.version(id, null).id();
        FigureSource agency = sources.figure(composed, version, "机关运行经费", PAGE);
        assertThat(agency.entriesTotal()).isPositive();
        assertThat(agency.fen()).isEqualTo(agency.entriesFen());
        assertThat(agency.entries())
                .allSatisfy(entry -> assertThat(entry.unit()).isEqualTo("样例市医疗保障局本级"));
        FigureSource goods = sources.figure(composed, version, "政府采购/货物", PAGE);
        assertThat(goods.printed()).isEqualTo("3.20 万元");
        assertThat(goods.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo("HT-1");
            assertThat(row.enteredBy()).isEqualTo("采购员");
        });
        FigureSource share = sources.figure(composed, version, "占比/小微企业合同金额/中小企业合同金额", PAGE);
        assertThat(share.parts()).extracting(FigureSource.SourcePart::key).containsExactly("小微企业合同金额", "中小企业合同金额");
        FigureSource total = sources.figure(composed, version, "收入合计", PAGE);
        assertThat(total.cells())
                .singleElement()
                .extracting(FigureSource.SourceCell::row)
                .isEqualTo("本年收入合计");
        assertThat(total.entriesFen()).isEqualTo(total.fen());
        assertThat(total.prior()).contains("600.00 万元").contains("2023 年决算批复");
        assertThat(sources.figure(composed, version, "接待批次", PAGE).printed()).isEqualTo("2 批次");
        assertThat(sources.figure(composed, version, "车辆总数", PAGE).rows()).hasSize(1);
    }

    @Test
    void unknownCellsAreNotFound() {
        Composed composed = open(document(fixture.bureau(), DocumentKind.FINAL));
        assertThatThrownBy(() -> sources.cell(composed, new CellAddress("总表", null, "没有", "金额"), PAGE))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> sources.figure(composed, 1, "没有", PAGE)).isInstanceOf(Refusal.class);
    }

    private long document(long unit, DocumentKind kind) {
        return store.find(unit, 2024, kind)
                .map(Document::id)
                .orElseGet(() -> flow.create(DocumentFixture.EDITOR, unit, 2024, kind, "万元"));
    }

    private Composed open(long id) {
        return drafts.open(store.get(DocumentFixture.EDITOR, id), store.version(id, null));
    }
}
