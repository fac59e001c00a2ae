package org.tongchou.accounts.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills the sentences of a form. {@code {key}} is a figure with its unit, {@code {key|变化}} its change, {@code
 * {key|预算}} how it compares with its budget, {@code {key|原因}} the reason, {@code {key|数}} the bare number, {@code
 * {year}} a word. A part in brackets, or the whole sentence, is left out when a figure in it is not known.
 */
final class Phrases {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}|]+)(?:\\|([^{}|]+))?}");
    private static final Pattern INNER_WORD = Pattern.compile("\\{([^{}|]+)}(?=[^{]*[}|])");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");

    private final Facts facts;
    private final Changes changes;
    private final Map<String, String> words;

    /**
     * Creates the sentences.
     *
     * @param facts the figures
     * @param changes words for their changes
     * @param words words by name, for example year
     */
    Phrases(Facts facts, Changes changes, Map<String, String> words) {
        this.facts = facts;
        this.changes = changes;
        this.words = words;
    }

    /** The sentence in pieces; empty when a figure it needs is not known. */
    Optional<List<Piece>> fill(String template) {
        return fill(template, Map.of());
    }

    /** The sentence with further words, which may also stand inside a key: {@code {科目/{code}}}. */
    Optional<List<Piece>> fill(String template, Map<String, String> more) {
        String keyed = INNER_WORD
                .matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(more.getOrDefault(place.group(1), place.group())));
        List<Piece> whole = new ArrayList<>();
        Matcher optional = OPTIONAL.matcher(keyed);
        int from = 0;
        while (optional.find()) {
            Optional<List<Piece>> before = places(keyed.substring(from, optional.start()), more);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            whole.addAll(before.get());
            places(optional.group(1), more).ifPresent(whole::addAll);
            from = optional.end();
        }
        return places(keyed.substring(from), more).map(rest -> {
            whole.addAll(rest);
            return List.copyOf(whole);
        });
    }

    /** The text of a sentence. */
    static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private Optional<List<Piece>> places(String template, Map<String, String> more) {
        List<Piece> pieces = new ArrayList<>();
        Matcher place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            String name = place.group(1);
            Optional<Piece> value = Optional.ofNullable(more.get(name))
                    .or(() -> Optional.ofNullable(words.get(name)))
                    .map(Piece::words)
                    .or(() -> figure(name, place.group(2)));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            words(template.substring(from, place.start()), pieces);
            pieces.add(value.get());
            from = place.end();
        }
        words(template.substring(from), pieces);
        return Optional.of(pieces);
    }

    private static void words(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(Piece.words(text));
        }
    }

    private Optional<Piece> figure(String key, @Nullable String view) {
        Optional<String> text = view == null
                ? facts.find(key).map(Fact::text)
                : switch (view) {
                    case "数" -> facts.find(key).map(Fact::number);
                    case "变化" -> Optional.of(changes.sinceLastYear(key));
                    case "预算" -> Optional.of(changes.againstBudget(key));
                    case "原因" ->
                        Optional.of(facts.reason(key).map(Phrases::reason).orElse(""));
                    default -> throw new IllegalStateException("unknown view " + view);
                };
        return text.map(printed -> new Piece(printed, key, view == null ? "数" : view));
    }

    private static String reason(String text) {
        return "主要原因是" + text.replaceFirst("[。；;.]+$", "") + "。";
    }
}
