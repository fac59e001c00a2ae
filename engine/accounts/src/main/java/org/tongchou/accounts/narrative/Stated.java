package org.tongchou.accounts.narrative;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.narrative.KeyFinder.Found;
import org.tongchou.accounts.narrative.Quantity.Kind;

/**
 * What the sentences of one section have stated so far, and which figure the next words speak of.
 *
 * <p>A change clause that names its subject (收、支总计各减少 …) may stand up to three sentences after the figure.
 */
final class Stated {
    private static final int FARTHEST_CHANGE = 3;

    private final KeyFinder keys;
    private final KeyFinder.Context context;
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Draft> byKey = new HashMap<>();
    private final Set<String> earlier = new LinkedHashSet<>();
    private final List<String> siblings = new ArrayList<>();
    private List<Draft> current = List.of();
    private List<String> title = List.of();

    /** @param section cleaned heading path */
    Stated(KeyFinder keys, String section) {
        this.keys = keys;
        this.context = new KeyFinder.Context(section, earlier, siblings);
    }

    /** The finished figures. */
    List<NarrativeFigure> figures() {
        return drafts.stream()
                .flatMap(draft -> draft.finish(sentences).stream())
                .toList();
    }

    KeyFinder.Context context() {
        return context;
    }

    /** Goes on to the next sentence. */
    void next(Sentence sentence) {
        if (!sentences.isEmpty() && sentences.get(sentences.size() - 1).paragraph() != sentence.paragraph()) {
            current = List.of();
        }
        sentences.add(sentence);
        earlier.clear();
    }

    /** Index of the sentence being read. */
    int sentence() {
        return sentences.size() - 1;
    }

    /** States a figure; the words that follow do not yet speak of it. */
    Draft add(Spot spot, List<String> figureKeys, @Nullable String whole) {
        return add(
                figureKeys,
                spot.quantity(),
                spot.shadow().origin(spot.quantity().start()),
                whole);
    }

    /** States a figure whose number starts at an offset of the printed sentence. */
    Draft add(List<String> figureKeys, Quantity quantity, int offset, @Nullable String whole) {
        Draft draft = new Draft(sentence(), figureKeys, quantity, offset, whole);
        drafts.add(draft);
        for (String key : figureKeys) {
            byKey.put(key, draft);
            earlier.add(key);
            if (key.startsWith(SubjectCodes.FUNCTIONAL)) {
                siblings.add(key.substring(SubjectCodes.FUNCTIONAL.length()));
            }
        }
        return draft;
    }

    /** The figures that words without a subject speak of; empty at the start of a paragraph. */
    List<Draft> current() {
        return current;
    }

    /** Makes the next words speak of a figure. */
    void speakOf(Draft draft) {
        current = List.of(draft);
    }

    /** Takes keys named by a heading, or by a sentence without numbers, for the figures that follow without a name. */
    void entitle(List<String> titleKeys) {
        title = titleKeys;
        current = List.of();
    }

    /** The keys that the heading or the title above names; empty when none. */
    List<String> title() {
        return title;
    }

    /** The keys that words without a subject speak of: those of the current figure, else the title's. */
    List<String> currentKeys() {
        return current.isEmpty() ? title : current.get(0).keys();
    }

    /** The keys of the money figure that words without a number name; empty when none. */
    List<String> named(String words) {
        String end = words.replaceFirst("[。；：，、]+$", "");
        return keys.findNamed(end, context).map(Found::keys).orElse(List.of());
    }

    /** The figures that the subject of a change clause means; one that says little (支出, 本年收入) means the current. */
    List<Draft> targets(String subject) {
        boolean here = !current.isEmpty() && current.get(0).sentence() == sentence();
        boolean generic = ChangeWords.isGeneric(subject);
        if (subject.isEmpty() || (generic && here)) {
            return current;
        }
        List<Draft> found = stated(named(subject));
        if (!found.isEmpty()) {
            current = found;
        }
        return found.isEmpty() && generic ? current : found;
    }

    /** The figures that 各, 均 or 分别 speaks of: those just before in the sentence that nothing was said of yet. */
    List<Draft> together() {
        List<Draft> found = new ArrayList<>();
        for (int i = drafts.size() - 1; i >= 0; i--) {
            Draft draft = drafts.get(i);
            if (draft.sentence() != sentence()
                    || draft.hasChanges()
                    || draft.quantity().kind() != Kind.MONEY) {
                break;
            }
            found.add(0, draft);
        }
        return found.isEmpty() ? current : found;
    }

    /** The cleaned words before the number of a figure in its sentence. */
    String wordsBefore(Draft draft) {
        return Shadow.of(sentences.get(draft.sentence()).text().substring(0, draft.offset()))
                .text();
    }

    private List<Draft> stated(List<String> figureKeys) {
        return figureKeys.stream()
                .map(byKey::get)
                .filter(draft -> draft != null && sentence() - draft.sentence() <= FARTHEST_CHANGE)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }
}
