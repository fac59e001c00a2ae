package org.tongchou.accounts.narrative;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.narrative.ChangeWords.Delta;
import org.tongchou.accounts.narrative.ChangeWords.Level;
import org.tongchou.accounts.narrative.ChangeWords.Share;
import org.tongchou.accounts.narrative.Draft.ChangeDraft;
import org.tongchou.accounts.narrative.KeyFinder.Found;
import org.tongchou.accounts.narrative.Quantity.Kind;

/**
 * Reads the sentences of one section from left to right: each number is a figure, or it tells how the figure before has
 * changed. A change clause that names its subject (收、支总计各减少 …) may stand up to three sentences later.
 */
final class SectionReader {
    private static final int FARTHEST_CHANGE = 3;
    private static final Pattern NEW_SUBJECT = Pattern.compile("其中|具体");
    private static final Pattern BUDGET =
            Pattern.compile("(?:当年|本年)?(年初|全年|调整后?的?)(?:部门|支出|收入){0,2}预算(?:安排|数|额)?(?:为|是|：)?$");
    private static final Pattern PLAIN_BUDGET = Pattern.compile("预算(?:安排|数|额|支出)?(?:为|是|：)?$");
    private static final Pattern OUTTURN =
            Pattern.compile("^[，、；]?(?:其中：)?(?:实际)?(?:支出|收入)?(?:决算|实际支出|实际完成|实际执行)(?:支出)?(?:数|额)?(?:为|是|：)?$");
    private static final Pattern LIST_GAP = Pattern.compile("[、，和及]?");

    private final KeyFinder keys;
    private final ChangeWords changes;
    private final Patterns patterns;
    private final QuantityScanner scanner;
    private final String section;
    private final boolean accounts;

    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Draft> stated = new HashMap<>();
    private final Set<String> earlier = new LinkedHashSet<>();
    private final List<String> siblings = new ArrayList<>();
    private final KeyFinder.Context context;
    private final Deque<String> series = new ArrayDeque<>();
    private List<Draft> current = List.of();
    private List<String> titleKeys;
    private @Nullable ChangeDraft open;
    private @Nullable PendingBase pendingBase;
    private @Nullable Draft pendingBudget;
    private String subject = "";
    private boolean reason;
    private int paragraph = -1;

    private record PendingBase(String base, Quantity value, int start) {}

    /** What is being looked at: a number, the words before and after it, where the words before start. */
    private record Spot(Shadow shadow, Quantity quantity, String lead, int leadStart, String after) {
        int printed(int leadIndex) {
            return shadow.origin(leadStart + leadIndex);
        }

        int printedEnd() {
            return shadow.originEnd(quantity.end());
        }
    }

    SectionReader(Patterns patterns, KeyFinder keys, ChangeWords changes, QuantityScanner scanner, String section) {
        this.patterns = patterns;
        this.keys = keys;
        this.changes = changes;
        this.scanner = scanner;
        this.section = Shadow.of(section).text();
        this.context = new KeyFinder.Context(this.section, earlier, siblings);
        this.accounts = !patterns.outside().matcher(this.section).find();
        this.titleKeys = named(this.section.substring(this.section.lastIndexOf('/') + 1));
    }

    /** The figures of all sentences read. */
    List<NarrativeFigure> figures() {
        return drafts.stream()
                .flatMap(draft -> draft.finish(sentences).stream())
                .toList();
    }

    /** Reads the next sentence. */
    void read(Sentence sentence) {
        sentences.add(sentence);
        Shadow shadow = Shadow.of(sentence.text());
        String text = shadow.text();
        List<Quantity> quantities = scanner.scan(text);
        start(sentence, text, quantities.isEmpty());
        int from = 0;
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            int next = i + 1 < quantities.size() ? quantities.get(i + 1).start() : text.length();
            Spot spot = new Spot(
                    shadow,
                    quantity,
                    text.substring(from, quantity.start()),
                    from,
                    text.substring(quantity.end(), next));
            if (accounts && !sentence.cell()) {
                readAccounts(spot);
            } else {
                addFree(spot);
            }
            from = quantity.end();
        }
        if (accounts && !sentence.cell()) {
            finish(shadow, text, from, quantities.isEmpty());
        }
    }

    private void start(Sentence sentence, String text, boolean withoutNumbers) {
        if (sentence.paragraph() != paragraph) {
            paragraph = sentence.paragraph();
            current = List.of();
            pendingBudget = null;
        }
        open = null;
        pendingBase = null;
        earlier.clear();
        series.clear();
        subject = "";
        reason = false;
        if (withoutNumbers && accounts) {
            List<String> title = named(text);
            if (!title.isEmpty()) {
                titleKeys = title;
                current = List.of();
                pendingBudget = null;
            }
        }
    }

    private void finish(Shadow shadow, String text, int from, boolean withoutNumbers) {
        String rest = text.substring(from);
        int end = patterns.reasonStart(rest);
        if (!reason) {
            addLevels(shadow, end < 0 ? rest : rest.substring(0, end), from);
        }
        if (withoutNumbers) {
            addZeros(shadow, text);
        }
    }

    private void readAccounts(Spot spot) {
        int reasonAt = patterns.reasonStart(spot.lead());
        if (!reason) {
            addLevels(spot.shadow(), reasonAt < 0 ? spot.lead() : spot.lead().substring(0, reasonAt), spot.leadStart());
        }
        reason = (reason || reasonAt >= 0) && !NEW_SUBJECT.matcher(spot.lead()).find();
        if (continueSeries(spot)) {
            return;
        }
        if (reason) {
            if (spot.quantity().kind() != Kind.COUNT || !addKnown(spot)) {
                addFree(spot);
            }
            return;
        }
        boolean done = spot.quantity().kind() == Kind.PERCENT
                ? addCompletion(spot) || addDelta(spot) || addShare(spot)
                : addBudget(spot) || addOutturn(spot) || addCompared(spot) || addDelta(spot) || addKnown(spot);
        if (!done) {
            addFree(spot);
        }
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
        Optional<Found> found = keys.find(spot.lead(), spot.after(), spot.quantity(), context);
        found.ifPresent(known -> {
            current = List.of(add(spot, known.keys(), known.whole()));
            series.addAll(known.series());
        });
        return found.isPresent();
    }

    private Draft add(Spot spot, List<String> figureKeys, @Nullable String whole) {
        Draft draft = new Draft(
                sentences.size() - 1,
                figureKeys,
                spot.quantity(),
                spot.shadow().origin(spot.quantity().start()),
                whole);
        drafts.add(draft);
        figureKeys.forEach(key -> {
            stated.put(key, draft);
            earlier.add(key);
            if (key.startsWith(SubjectCodes.FUNCTIONAL)) {
                siblings.add(key.substring(SubjectCodes.FUNCTIONAL.length()));
            }
        });
        open = null;
        subject = "";
        return draft;
    }

    /** A budget figure stated beside the outturn: 年初预算为 10 万元. */
    private boolean addBudget(Spot spot) {
        Matcher matcher = BUDGET.matcher(spot.lead());
        if (spot.quantity().kind() != Kind.MONEY
                || !matcher.find()
                || changes.findCompared(spot.lead()).isPresent()) {
            return false;
        }
        String label = changes.baseName(matcher.group(1));
        List<String> whose = named(spot.lead().substring(0, matcher.start()));
        if (whose.isEmpty()) {
            whose = currentKeys();
        }
        if (whose.isEmpty()) {
            return false;
        }
        List<Draft> before = current;
        pendingBudget = add(spot, whose.stream().map(key -> label + "/" + key).toList(), null);
        current = before;
        return true;
    }

    /** The outturn after a budget figure or after a title: 支出决算为 10 万元. */
    private boolean addOutturn(Spot spot) {
        if (spot.quantity().kind() != Kind.MONEY
                || !OUTTURN.matcher(spot.lead()).find()) {
            return false;
        }
        List<String> whose = List.of();
        if (pendingBudget != null) {
            whose = pendingBudget.keys().stream()
                    .map(key -> key.substring(key.indexOf('/') + 1))
                    .toList();
        } else if (current.size() == 1
                && current.get(0).sentence() == sentences.size() - 1
                && !current.get(0).hasChanges()
                && PLAIN_BUDGET.matcher(leadOf(current.get(0))).find()) {
            pendingBudget = current.get(0);
            whose = pendingBudget.keys();
            pendingBudget.rename("预算/");
        } else if (current.isEmpty()) {
            whose = titleKeys;
        }
        if (whose.isEmpty()) {
            return false;
        }
        current = List.of(add(spot, whose, null));
        return true;
    }

    private String leadOf(Draft draft) {
        return Shadow.of(sentences.get(draft.sentence()).text().substring(0, draft.offset()))
                .text();
    }

    private List<String> currentKeys() {
        return current.isEmpty() ? titleKeys : current.get(0).keys();
    }

    private boolean addCompared(Spot spot) {
        if (current.isEmpty() || !current.get(0).comparable(spot.quantity())) {
            return false;
        }
        Optional<ChangeWords.Compared> compared = changes.findCompared(spot.lead());
        compared.ifPresent(
                base -> pendingBase = new PendingBase(base.base(), spot.quantity(), spot.printed(base.start())));
        return compared.isPresent();
    }

    private boolean addDelta(Spot spot) {
        Optional<Delta> found = changes.findDelta(spot.lead());
        if (found.isEmpty()) {
            return false;
        }
        Delta delta = found.get();
        Quantity quantity = spot.quantity();
        boolean percent = quantity.kind() == Kind.PERCENT;
        if (open != null
                && (delta.base().isEmpty() || delta.base().equals(open.base))
                && delta.subject().isEmpty()) {
            if (percent ? open.percent == null : open.amount == null) {
                fill(open, spot, delta.direction());
                return true;
            }
        }
        List<Draft> targets = targets(delta);
        if (targets.isEmpty() || (!percent && !targets.get(0).comparable(quantity))) {
            return false;
        }
        PendingBase pending = pendingBase;
        ChangeDraft change = new ChangeDraft(
                pending != null ? pending.base() : delta.base().isEmpty() ? "上年" : delta.base(),
                sentences.size() - 1,
                pending != null ? pending.start() : spot.printed(delta.start()),
                spot.printedEnd());
        if (pending != null) {
            change.baseValue = targets.get(0).inOwnUnit(pending.value());
            pendingBase = null;
        }
        targets.forEach(target -> target.add(change));
        open = change;
        fill(change, spot, delta.direction());
        return true;
    }

    private void fill(ChangeDraft change, Spot spot, int direction) {
        Quantity quantity = spot.quantity();
        int signed = quantity.value().signum() < 0 ? -direction : direction;
        change.end = spot.printedEnd();
        if (quantity.kind() == Kind.PERCENT) {
            change.percent = quantity.value().abs();
            change.percentDecimals = quantity.decimals();
            change.percentDirection = signed;
        } else {
            Draft target = current.isEmpty() ? null : current.get(0);
            int decimals = target == null ? quantity.decimals() : target.decimalsInOwnUnit(quantity);
            if (decimals >= 0) {
                change.amount = (target == null ? quantity.value() : target.inOwnUnit(quantity)).abs();
                change.amountDecimals = decimals;
            }
        }
        if (change.direction == 0) {
            change.direction = signed;
        }
    }

    private List<Draft> targets(Delta delta) {
        return delta.subject().isEmpty() && delta.each() ? together() : targets(delta.subject());
    }

    /** The figures that the subject of a change clause means; one that says little (支出, 本年收入) means the last one. */
    private List<Draft> targets(String words) {
        boolean here = !current.isEmpty() && current.get(0).sentence() == sentences.size() - 1;
        boolean generic = ChangeWords.isGeneric(words);
        if (words.isEmpty() || (generic && here)) {
            return current;
        }
        List<Draft> found = statedAs(words);
        return found.isEmpty() && generic ? current : found;
    }

    /** All figures of the sentence that a 各, 均 or 分别 speaks of: those just before, not yet spoken of. */
    private List<Draft> together() {
        List<Draft> found = new ArrayList<>();
        for (int i = drafts.size() - 1; i >= 0; i--) {
            Draft draft = drafts.get(i);
            if (draft.sentence() != sentences.size() - 1
                    || draft.hasChanges()
                    || draft.quantity().kind() != Kind.MONEY) {
                break;
            }
            found.add(0, draft);
        }
        return found.isEmpty() ? current : found;
    }

    private List<Draft> statedAs(String words) {
        List<Draft> found = named(words).stream()
                .map(stated::get)
                .filter(draft -> draft != null && sentences.size() - 1 - draft.sentence() <= FARTHEST_CHANGE)
                .map(java.util.Objects::requireNonNull)
                .distinct()
                .toList();
        if (!found.isEmpty()) {
            current = found;
        }
        return found;
    }

    private boolean addCompletion(Spot spot) {
        Optional<ChangeWords.Completion> found = changes.findCompletion(spot.lead());
        if (found.isEmpty() || current.isEmpty()) {
            return false;
        }
        String base = found.get().base();
        ChangeDraft change = new ChangeDraft(
                base, sentences.size() - 1, spot.printed(found.get().start()), spot.printedEnd());
        change.completion = true;
        change.percent = spot.quantity().value();
        change.percentDecimals = spot.quantity().decimals();
        if (pendingBudget != null) {
            change.baseValue = current.get(0).inOwnUnit(pendingBudget.quantity());
        }
        current.forEach(draft -> draft.add(change));
        return true;
    }

    private boolean addShare(Spot spot) {
        Optional<Share> found = changes.findShare(spot.lead());
        if (found.isEmpty()) {
            return false;
        }
        Share share = found.get();
        List<String> parts = ChangeWords.isGeneric(share.part()) ? currentKeys() : named(share.part());
        Optional<String> whole = share.whole().isEmpty()
                ? Optional.ofNullable(current.isEmpty() ? null : current.get(0).whole())
                : keys.findWhole(share.whole());
        if (parts.isEmpty() || whole.isEmpty()) {
            return false;
        }
        List<Draft> before = current;
        add(spot, List.of("占比/" + parts.get(0) + "/" + whole.get()), null);
        current = before;
        return true;
    }

    private void addLevels(Shadow shadow, String text, int textStart) {
        for (Level level : changes.findLevels(text)) {
            List<Draft> targets = targets(level.subject());
            PendingBase pending = pendingBase;
            if (targets.isEmpty() || (level.base().isEmpty() && pending == null)) {
                continue;
            }
            int start = pending != null ? pending.start() : shadow.origin(textStart + level.start());
            ChangeDraft change = new ChangeDraft(
                    pending != null ? pending.base() : level.base(),
                    sentences.size() - 1,
                    start,
                    shadow.originEnd(textStart + level.end()));
            change.direction = level.direction();
            if (pending != null) {
                change.baseValue = targets.get(0).inOwnUnit(pending.value());
                pendingBase = null;
            }
            targets.forEach(target -> target.add(change));
        }
    }

    private void addZeros(Shadow shadow, String text) {
        for (Patterns.Zero zero : patterns.zeros()) {
            Matcher matcher = zero.words().matcher(text);
            if (matcher.find()) {
                Quantity nothing =
                        new Quantity(matcher.start(), matcher.end(), java.math.BigDecimal.ZERO, 0, "万元", Kind.MONEY);
                drafts.add(new Draft(
                        sentences.size() - 1, List.of(zero.key()), nothing, shadow.origin(matcher.start()), null));
            }
        }
    }

    private void addFree(Spot spot) {
        FreeKeys.Name name =
                FreeKeys.name(spot.lead(), spot.after(), spot.quantity().kind(), subject);
        String key = name.former() ? name.key() + FreeKeys.FORMER : name.key();
        Draft draft = add(spot, List.of(key.isEmpty() ? spot.quantity().unit() : key), null);
        subject = name.key().replace("占比", "");
        if (!reason) {
            current = List.of(draft);
        }
    }

    /** The keys of the money figure that words without a number name. */
    private List<String> named(String words) {
        String end = words.replaceFirst("[。；：，、]+$", "");
        return keys.findNamed(end, context).map(Found::keys).orElse(List.of());
    }
}
