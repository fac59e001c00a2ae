package org.tongchou.accounts.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.DocumentMeta;

/**
 * One of the documents compared.
 *
 * @param label how its columns are headed, for example {@code 宁德市医疗保障局 2024 决算}
 * @param document the document
 */
public record Party(String label, AccountsDocument document) {
    private static final Comparator<Party> BY_YEAR = Comparator.<Party, Integer>comparing(
                    party -> Objects.requireNonNullElse(party.meta().year(), 0))
            .thenComparing(party -> party.meta().kind() == DocumentKind.FINAL ? 1 : 0);

    /** The parties of some documents: a bureau's documents together and by year, the budget before the final accounts. */
    static List<Party> of(List<AccountsDocument> documents) {
        List<Party> parties = documents.stream()
                .map(document -> new Party(label(document), document))
                .toList();
        List<String> bureaus = parties.stream().map(Party::bureau).distinct().toList();
        return parties.stream()
                .sorted(Comparator.<Party, Integer>comparing(party -> bureaus.indexOf(party.bureau()))
                        .thenComparing(BY_YEAR))
                .toList();
    }

    /** Whose accounts. */
    public DocumentMeta meta() {
        return document.meta();
    }

    /** The department's name; the file's when it is not known. */
    String bureau() {
        return Objects.requireNonNullElse(meta().bureau(), document.file());
    }

    /** All staff in post; null unless every unit prints its number. */
    public @Nullable Integer staff() {
        int sum = 0;
        for (BudgetUnit unit : meta().units()) {
            if (unit.staff() == null) {
                return null;
            }
            sum += unit.staff();
        }
        return sum == 0 ? null : sum;
    }

    private static String label(AccountsDocument document) {
        DocumentMeta meta = document.meta();
        StringBuilder label = new StringBuilder(Objects.requireNonNullElse(meta.bureau(), document.file()));
        if (meta.year() != null) {
            label.append(' ').append(meta.year());
        }
        if (meta.kind() != null) {
            label.append(' ').append(meta.kind().printed());
        }
        return label.toString();
    }
}
