package org.tongchou.platform.disclosure.comparison;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongchou.accounts.compare.Comparison;
import org.tongchou.accounts.compare.Comparison.Line;
import org.tongchou.accounts.compare.ComparisonPublication;
import org.tongchou.accounts.compare.Party;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.write.DocxWriter;
import org.tongchou.accounts.write.XlsxWriter;
import org.tongchou.money.Percent;
import org.tongchou.platform.disclosure.analysis.Documents;
import org.tongchou.platform.disclosure.comparison.ComparisonView.LineView;
import org.tongchou.platform.disclosure.comparison.ComparisonView.PairView;
import org.tongchou.platform.disclosure.comparison.ComparisonView.PartyView;
import org.tongchou.platform.disclosure.comparison.ComparisonView.SectionView;
import org.tongchou.platform.disclosure.library.Library;
import org.tongchou.platform.disclosure.library.PublicationRow;
import org.tongchou.platform.web.Refusal;

/** Compares publications with the engine. */
@Service
class Comparing {
    private static final int MOST = 4;

    private final Library library;
    private final Documents documents;

    Comparing(Library library, Documents documents) {
        this.library = library;
        this.documents = documents;
    }

    /** The comparison for a page. */
    ComparisonView view(List<Long> ids) {
        List<Loaded> loaded = load(ids);
        Comparison comparison = compare(loaded);
        List<Loaded> left = new ArrayList<>(loaded);
        List<PartyView> parties = new ArrayList<>();
        for (Party party : comparison.parties()) {
            parties.add(new PartyView(take(left, party), party.label(), party.staff()));
        }
        return new ComparisonView(
                parties,
                comparison.pairs().stream()
                        .map(pair -> new PairView(comparison.label(pair), pair.from(), pair.to(), pair.execution()))
                        .toList(),
                comparison.sections().stream()
                        .map(section -> new SectionView(
                                section.title(),
                                section.unit(),
                                section.shares(),
                                section.lines().stream().map(Comparing::line).toList()))
                        .toList(),
                comparison.notes());
    }

    /** The comparison as a file. */
    byte[] file(List<Long> ids, String format) throws IOException {
        Publication publication = ComparisonPublication.of(compare(load(ids)));
        return switch (format) {
            case "xlsx" -> XlsxWriter.write(publication);
            case "docx" -> DocxWriter.write(publication);
            default -> throw Refusal.field("E-DIS-041", "导出格式", format, "xlsx 或 docx");
        };
    }

    private record Loaded(long id, AccountsDocument document) {}

    private static Comparison compare(List<Loaded> loaded) {
        return Comparison.of(loaded.stream().map(Loaded::document).toList());
    }

    /** Takes the publication that a party is; two with the same content are taken one after the other. */
    private static long take(List<Loaded> left, Party party) {
        Loaded found = left.stream()
                .filter(one -> one.document().equals(party.document()))
                .findFirst()
                .orElseThrow();
        left.remove(found);
        return found.id();
    }

    private List<Loaded> load(List<Long> ids) {
        List<Long> wanted = ids.stream().distinct().toList();
        if (wanted.size() < 2 || wanted.size() > MOST) {
            throw Refusal.field("E-DIS-040", "比较的文件", wanted.size() + " 份", "2 至 " + MOST + " 份");
        }
        List<Loaded> loaded = new ArrayList<>();
        for (long id : wanted) {
            PublicationRow row = library.get(id);
            if (row.documentId() == null) {
                throw Refusal.conflict("E-DIS-042", row.title() + "正在审核，请稍候再比较");
            }
            loaded.add(new Loaded(id, documents.comparable(row.documentId())));
        }
        return loaded;
    }

    private static LineView line(Line line) {
        return new LineView(
                line.code(),
                line.name(),
                line.level(),
                numbers(line.values()),
                percents(line.shares()),
                numbers(line.changes()),
                percents(line.rates()));
    }

    private static List<@Nullable BigDecimal> numbers(List<Optional<BigDecimal>> numbers) {
        List<@Nullable BigDecimal> all = new ArrayList<>();
        numbers.forEach(number -> all.add(number.orElse(null)));
        return all;
    }

    private static List<@Nullable BigDecimal> percents(List<Optional<Percent>> percents) {
        return numbers(
                percents.stream().map(percent -> percent.map(Percent::value)).toList());
    }
}
