package org.tongchou.platform.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tongchou.accounts.derive.Derivation;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Ledger;
import org.tongchou.platform.accounts.book.NewEntry;
import org.tongchou.platform.accounts.book.Posting;
import org.tongchou.platform.accounts.budget.ProjectRegister;
import org.tongchou.platform.accounts.budget.ProjectRequest;
import org.tongchou.platform.accounts.register.Asset;
import org.tongchou.platform.accounts.register.Assets;
import org.tongchou.platform.accounts.register.Contract;
import org.tongchou.platform.accounts.register.Contracts;
import org.tongchou.platform.accounts.register.PriorFigures;
import org.tongchou.platform.accounts.register.ThreePublicEvent;
import org.tongchou.platform.accounts.register.ThreePublicEvents;
import org.tongchou.platform.web.Actor;

/** Fills the books of the synthetic bureau, through the same services that people use. */
@Component
@Profile("demo")
class DemoBooks {
    private final Books books;
    private final Ledger ledger;
    private final ProjectRegister projects;
    private final Contracts contracts;
    private final Assets assets;
    private final ThreePublicEvents events;
    private final PriorFigures priors;

    DemoBooks(
            Books books,
            Ledger ledger,
            ProjectRegister projects,
            Contracts contracts,
            Assets assets,
            ThreePublicEvents events,
            PriorFigures priors) {
        this.books = books;
        this.ledger = ledger;
        this.projects = projects;
        this.contracts = contracts;
        this.assets = assets;
        this.events = events;
        this.priors = priors;
    }

    /**
     * Opens a year and posts its entries.
     *
     * @param bureauId the department
     * @param units ids of the units by code
     * @param openingFen what the year before left, by fund
     * @param until entries after this day have not happened yet
     * @return what this year leaves, by fund
     */
    Map<String, Long> fill(
            Actor actor,
            Sample sample,
            long bureauId,
            Map<String, Long> units,
            int year,
            Map<String, Long> openingFen,
            LocalDate until) {
        Book book = books.open(actor, bureauId, year);
        Map<String, Long> projectIds = new HashMap<>();
        for (Sample.Project project : sample.projects()) {
            String code = project.codeIn(year);
            ProjectRequest request =
                    new ProjectRequest(book.id(), units.get(project.unit()), code, project.name(), "", "", true, null);
            projectIds.put(code, projects.create(actor, request).id());
        }
        List<SampleEntry> all = SampleYear.entries(sample, year, openingFen);
        List<NewEntry> entries = all.stream()
                .filter(entry -> !entry.date().isAfter(until))
                .map(entry -> entry(entry, units, projectIds))
                .toList();
        Posting posting = ledger.post(actor, book.id(), entries);
        if (!posting.posted()) {
            throw new IllegalStateException(
                    "demonstration entry refused: " + posting.problems().get(0));
        }
        registers(actor, sample, book, units, projectIds, until);
        return left(all);
    }

    private static NewEntry entry(SampleEntry entry, Map<String, Long> units, Map<String, Long> projects) {
        return new NewEntry(
                id(units, entry.unit()),
                entry.kind(),
                entry.date(),
                entry.voucher(),
                entry.summary(),
                entry.counterparty(),
                entry.project().isEmpty() ? null : id(projects, entry.project()),
                entry.functional(),
                entry.economic(),
                entry.fund(),
                entry.nature(),
                entry.fen());
    }

    private static long id(Map<String, Long> ids, String code) {
        Long id = ids.get(code);
        if (id == null) {
            throw new IllegalStateException("unknown in demo/sample.yaml: " + code);
        }
        return id;
    }

    private void registers(
            Actor actor,
            Sample sample,
            Book book,
            Map<String, Long> units,
            Map<String, Long> projectIds,
            LocalDate until) {
        int number = 0;
        for (Sample.Contract contract : sample.contracts()) {
            number++;
            LocalDate signed = LocalDate.of(book.year(), 2 + number, 18);
            if (!signed.isAfter(until)) {
                contracts.create(
                        actor,
                        new Contract.Request(
                                book.id(),
                                units.get(contract.unit()),
                                projectIds.get("P" + book.year() % 100 + contract.project()),
                                String.format("样采〔%d〕%02d", book.year(), number),
                                contract.name(),
                                contract.kind(),
                                contract.supplier(),
                                contract.sme(),
                                contract.micro(),
                                Sample.fen(contract.amount()),
                                signed,
                                null));
            }
        }
        List<ThreePublicEvent.Request> requests = new ArrayList<>();
        for (Sample.Event event : sample.events()) {
            requests.add(new ThreePublicEvent.Request(
                    book.id(),
                    units.get(event.unit()),
                    event.kind(),
                    LocalDate.of(book.year(), event.month(), 10),
                    event.name(),
                    event.purpose(),
                    event.times(),
                    event.people(),
                    null));
        }
        requests.addAll(receptions(sample.receptions(), book, units));
        requests.stream()
                .filter(request -> request.date() != null && !request.date().isAfter(until))
                .forEach(request -> events.create(actor, request));
    }

    private static List<ThreePublicEvent.Request> receptions(
            Sample.Receptions receptions, Book book, Map<String, Long> units) {
        Random random = new Random(book.year());
        List<ThreePublicEvent.Request> requests = new ArrayList<>();
        for (int i = 1; i <= receptions.batches(); i++) {
            int people = receptions.fewest() + random.nextInt(receptions.most() - receptions.fewest() + 1);
            LocalDate date = LocalDate.of(book.year(), 1 + random.nextInt(12), 1 + random.nextInt(28));
            requests.add(new ThreePublicEvent.Request(
                    book.id(),
                    units.get(receptions.unit()),
                    "公务接待",
                    date,
                    receptions.name() + i,
                    receptions.purpose(),
                    1,
                    people,
                    null));
        }
        return requests;
    }

    /** Registers vehicles and large equipment, once for all years. */
    void assets(Actor actor, Sample sample, long bureauId, Map<String, Long> units) {
        long bookId = anyBook(actor, bureauId, book -> true);
        for (Sample.Asset asset : sample.assets()) {
            assets.create(
                    actor,
                    new Asset.Request(
                            bookId,
                            units.get(asset.unit()),
                            asset.kind(),
                            asset.purpose(),
                            asset.number(),
                            asset.name(),
                            Sample.fen(asset.amount()),
                            asset.bought(),
                            null,
                            null));
        }
    }

    /** Registers last year's published figures for comparison. */
    void priors(Actor actor, long bureauId, int year, AccountsFigures lastYear) {
        long bookId = anyBook(actor, bureauId, book -> book.year() == year);
        String unit = lastYear.unit().printed();
        String source = lastYear.source().title();
        Derivation.trace(lastYear).figures().values().stream()
                .filter(figure -> figure.unit().equals(unit))
                .forEach(figure -> priors.create(
                        actor,
                        new PriorFigures.Request(
                                bookId, 0L, figure.key(), yuan(figure.value(), lastYear.unit()), source, null)));
    }

    private long anyBook(Actor actor, long bureauId, Predicate<Book> which) {
        return books.list(actor).stream()
                .filter(book -> book.bureauId() == bureauId)
                .filter(which)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static BigDecimal yuan(BigDecimal value, MoneyUnit unit) {
        return Money.of(value, unit).in(MoneyUnit.YUAN);
    }

    /** What published figures left at the end of their year, by fund. */
    static Map<String, Long> left(AccountsFigures figures) {
        Map<String, Long> left = new HashMap<>();
        figures.base()
                .forEach((file, lines) -> lines.forEach(line -> line.amounts().forEach((column, amount) -> {
                    switch (file) {
                        case INCOME -> left.merge(fundOf(column), amount.fen(), Long::sum);
                        case EXPENSE -> left.merge(line.fund(), -amount.fen(), Long::sum);
                        case CARRY_OVER ->
                            left.merge(line.fund(), column.equals("结余分配") ? -amount.fen() : amount.fen(), Long::sum);
                        default -> {}
                    }
                })));
        left.values().removeIf(fen -> fen == 0);
        return left;
    }

    private static Map<String, Long> left(List<SampleEntry> entries) {
        Map<String, Long> left = new HashMap<>();
        for (SampleEntry entry : entries) {
            if (entry.kind() == EntryKind.INCOME) {
                left.merge(fundOf(entry.fund()), entry.fen(), Long::sum);
            } else if (entry.kind() == EntryKind.EXPENSE) {
                left.merge(entry.fund(), -entry.fen(), Long::sum);
            } else if (entry.kind() == EntryKind.OPENING) {
                left.merge(entry.fund(), entry.fen(), Long::sum);
            }
        }
        left.values().removeIf(fen -> fen == 0);
        return left;
    }

    /** The fund that a source of income belongs to. */
    private static String fundOf(String source) {
        return List.of("一般公共预算", "政府性基金", "国有资本经营").contains(source) ? source : "其他资金";
    }
}
