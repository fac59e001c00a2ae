package org.tongchou.accounts.narrative;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.narrative.ChangeWords.Share;
import org.tongchou.accounts.narrative.KeyFinder.Found;
import org.tongchou.accounts.narrative.Quantity.Kind;

/** Reads the sentences of one section from left to right: each number is a figure, or tells of the figure before. */
final class SectionReader {
    private static final Pattern NEW_SUBJECT = Pattern.compile("其中|具体|方面|如下");
    private static final Pattern BUDGET =
            Pattern.compile("(?:当年|本年)?(年初|全年|调整后?的?)(?:部门|支出|收入){0,2}预算(?:安排|数|额)?(?:为|是|：)?$");
    private static final Pattern PLAIN_BUDGET = Pattern.compile("预算(?:安排|数|额|支出)?(?:为|是|：)?$");
    private static final Pattern OUTTURN = Pattern.compile(
            "^[，、；：]?(?:其中：)?(?:20\\d\\d年度?)?(?:实际)?(?:支出|收入)?(?:决算|实际支出|实际完成|实际执行)(?:支出)?(?:数|额)?(?:为|是|：)?$");
    private static final Pattern LIST_GAP = Pattern.compile("[、，和及]?");

    private final Patterns patterns;
    private final KeyFinder keys;
    private final ChangeWords words;
    private final QuantityScanner scanner;
    private final Stated stated;
    private final ChangeReader changes;
    private final boolean accounts;
    private final Deque<String> series = new ArrayDeque<>();
    private @Nullable Draft budget;
    private String subject = "";
    private boolean reason;
    private boolean purpose;
    private int paragraph = -1;

    SectionReader(Patterns patterns, KeyFinder keys, ChangeWords words, QuantityScanner scanner, String section) {
        String path = Shadow.of(section).text();
        this.patterns = patterns;
        this.keys = keys;
        this.words = words;
        this.scanner = scanner;
        this.stated = new Stated(keys, path);
        this.changes = new ChangeReader(words, stated);
        this.accounts = !patterns.outside().matcher(path).find();
        stated.entitle(stated.named(path.substring(path.lastIndexOf('/') + 1)));
    }

    /** The figures of all sentences read. */
    List<NarrativeFigure> figures() {
        return stated.figures();
    }

    /** Reads the next sentence. */
    void read(Sentence sentence) {
        Shadow shadow = Shadow.of(sentence.text());
        String text = shadow.text();
        List<Quantity> quantities = scanner.scan(text);
        boolean asAccounts = accounts && !sentence.cell();
        start(sentence);
        if (asAccounts && quantities.isEmpty()) {
            readWithoutNumbers(shadow, text);
        }
        int from = 0;
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            int next = i + 1 < quantities.size() ? quantities.get(i + 1).start() : text.length();
            String lead = text.substring(from, quantity.start());
            Spot spot = new Spot(shadow, quantity, lead, from, text.substring(quantity.end(), next));
            if (asAccounts) {
                readAccounts(spot);
            } else {
                addFree(spot);
            }
            from = quantity.end();
        }
        if (asAccounts && !reason && !purpose) {
            String rest = text.substring(from);
            int end = patterns.reasonStart(rest);
            changes.readLevels(shadow, end < 0 ? rest : rest.substring(0, end), from);
        }
    }

    private void start(Sentence sentence) {
        if (sentence.paragraph() != paragraph) {
            paragraph = sentence.paragraph();
            budget = null;
        }
        stated.next(sentence);
        changes.startSentence();
        series.clear();
        subject = "";
        reason = false;
        purpose = false;
    }

    /** A sentence without numbers may be the title of what follows, or say that there is nothing. */
    private void readWithoutNumbers(Shadow shadow, String text) {
        List<String> title = stated.named(text);
        if (!title.isEmpty()) {
            stated.entitle(title);
            budget = null;
        }
        for (Patterns.Zero zero : patterns.zeros()) {
            Matcher matcher = zero.words().matcher(text);
            if (matcher.find()) {
                Quantity nothing = new Quantity(matcher.start(), matcher.end(), BigDecimal.ZERO, 0, "万元", Kind.MONEY);
                stated.add(List.of(zero.key()), nothing, shadow.origin(matcher.start()), null);
            }
        }
    }

    private void readAccounts(Spot spot) {
        trackReason(spot);
        if (continueSeries(spot)) {
            return;
        }
        if (reason || purpose) {
            if (spot.quantity().kind() != Kind.COUNT || !addKnown(spot)) {
                addFree(spot);
            }
            return;
        }
        boolean done = spot.quantity().kind() == Kind.PERCENT
                ? changes.readCompletion(spot, budget) || changes.readDelta(spot) || addShare(spot)
                : addBudget(spot)
                        || addOutturn(spot)
                        || changes.readCompared(spot)
                        || changes.readDelta(spot)
                        || addKnown(spot);
        if (!done) {
            addFree(spot);
        }
    }

    /** Reads the clauses before a reason starts and notes whether the number stands in a reason or purpose. */
    private void trackReason(Spot spot) {
        String lead = spot.lead();
        int purposeEnd = purpose ? lead.indexOf('；') : -1;
        if (purposeEnd >= 0) {
            purpose = false;
        }
        Matcher purposeWords = patterns.purpose().matcher(lead);
        int reasonAt = patterns.reasonStart(lead);
        int purposeAt = purposeWords.find(Math.max(0, purposeEnd)) ? purposeWords.start() : -1;
        if (!reason && !purpose) {
            int end = reasonAt >= 0 ? reasonAt : purposeAt >= 0 ? purposeAt : lead.length();
            changes.readLevels(spot.shadow(), lead.substring(0, end), spot.leadStart());
        }
        boolean newSubject = NEW_SUBJECT.matcher(lead).find();
        reason = (reason || reasonAt >= 0) && !newSubject;
        purpose = (purpose || purposeAt >= 0) && !newSubject;
    }

    private boolean continueSeries(Spot spot) {
        if (series.isEmpty() || !LIST_GAP.matcher(spot.lead()).matches()) {
            series.clear();
            return false;
        }
        add(spot, List.of(series.pop()), null);
        return true;
    }

    private boolean addKnown(Spot spot) {
        Optional<Found> found = keys.find(spot.lead(), spot.after(), spot.quantity(), stated.context());
        found.ifPresent(known -> {
            stated.speakOf(add(spot, known.keys(), known.whole()));
            series.addAll(known.series());
        });
        return found.isPresent();
    }

    private Draft add(Spot spot, List<String> figureKeys, @Nullable String whole) {
        changes.close();
        subject = "";
        return stated.add(spot, figureKeys, whole);
    }

    /** A budget figure stated beside the outturn: 年初预算为 10 万元. */
    private boolean addBudget(Spot spot) {
        Matcher matcher = BUDGET.matcher(spot.lead());
        if (spot.quantity().kind() != Kind.MONEY
                || !matcher.find()
                || words.findCompared(spot.lead()).isPresent()) {
            return false;
        }
        List<String> whose = stated.named(spot.lead().substring(0, matcher.start()));
        if (whose.isEmpty()) {
            whose = stated.currentKeys();
        }
        if (whose.isEmpty()) {
            return false;
        }
        String label = words.baseName(matcher.group(1)) + "/";
        budget = add(spot, whose.stream().map(key -> label + key).toList(), null);
        return true;
    }

    /** The outturn after a budget figure or after a title: 支出决算为 10 万元. */
    private boolean addOutturn(Spot spot) {
        if (spot.quantity().kind() != Kind.MONEY
                || !OUTTURN.matcher(spot.lead()).find()) {
            return false;
        }
        List<String> whose = List.of();
        if (budget != null) {
            whose = budget.keys().stream()
                    .map(key -> key.substring(key.indexOf('/') + 1))
                    .toList();
        } else if (stated.current().isEmpty()) {
            whose = stated.title();
        } else if (isBudget(stated.current().get(0))) {
            budget = stated.current().get(0);
            whose = budget.keys();
            budget.rename("预算/");
        }
        if (whose.isEmpty()) {
            return false;
        }
        stated.speakOf(add(spot, whose, null));
        return true;
    }

    /** Whether a figure of this sentence was called a budget figure. */
    private boolean isBudget(Draft draft) {
        return draft.sentence() == stated.sentence()
                && !draft.hasChanges()
                && PLAIN_BUDGET.matcher(stated.wordsBefore(draft)).find();
    }

    private boolean addShare(Spot spot) {
        Optional<Share> found = words.findShare(spot.lead());
        if (found.isEmpty()) {
            return false;
        }
        Share share = found.get();
        List<String> parts = ChangeWords.isGeneric(share.part()) ? stated.currentKeys() : stated.named(share.part());
        Optional<String> whole = share.whole().isEmpty()
                ? stated.current().stream().findFirst().map(Draft::whole)
                : patterns.findWhole(share.whole());
        if (parts.isEmpty() || whole.isEmpty()) {
            return false;
        }
        add(spot, List.of(KeyFinder.SHARE + parts.get(0) + "/" + whole.get()), null);
        return true;
    }

    private void addFree(Spot spot) {
        FreeKeys.Name name =
                FreeKeys.name(spot.lead(), spot.after(), spot.quantity().kind(), subject);
        String key = name.former() ? name.key() + FreeKeys.FORMER : name.key();
        Draft draft = add(spot, List.of(key.isEmpty() ? spot.quantity().unit() : key), null);
        subject = FreeKeys.subject(name.key());
        if (!reason && !purpose) {
            stated.speakOf(draft);
        }
    }
}
