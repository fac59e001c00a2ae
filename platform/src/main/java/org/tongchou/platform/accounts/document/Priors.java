package org.tongchou.platform.accounts.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongchou.accounts.derive.Derivation;
import org.tongchou.accounts.derive.KeyFigure;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.platform.accounts.document.Covered.Scope;

/** Last year's figures: from what was published last year, else as registered with the book. */
@Repository
class Priors {
    private final JdbcClient jdbc;
    private final DocumentStore store;

    Priors(JdbcClient jdbc, DocumentStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * Last year's figures.
     *
     * @param values by key, in the printed unit
     * @param sources where each comes from, in Chinese
     */
    record Found(Map<String, BigDecimal> values, Map<String, String> sources) {}

    /**
     * Finds them.
     *
     * @param keys keys that were nothing last year when all of last year is known and they are not among it
     */
    Found find(Document document, Scope scope, MoneyUnit unit, List<String> keys) {
        Map<String, BigDecimal> values = new TreeMap<>();
        Map<String, String> sources = new TreeMap<>();
        if (document.kind() == DocumentKind.FINAL) {
            registered(document, scope, unit, values, sources);
        }
        Optional<Snapshot> published = store.lastPublished(document.unitId(), document.year() - 1, document.kind());
        published.ifPresent(last -> {
            String source =
                    "已公开的 " + (document.year() - 1) + " 年度" + document.kind().printed();
            Derivation.trace(last.figures()).figures().values().stream()
                    .filter(figure -> !figure.unit().equals("%"))
                    .forEach(figure -> {
                        values.put(figure.key(), value(figure, unit));
                        sources.put(figure.key(), source);
                    });
            keys.stream().filter(key -> !values.containsKey(key)).forEach(key -> {
                values.put(key, BigDecimal.ZERO);
                sources.put(key, source);
            });
        });
        return new Found(values, sources);
    }

    private static BigDecimal value(KeyFigure figure, MoneyUnit unit) {
        for (MoneyUnit printed : MoneyUnit.values()) {
            if (printed.printed().equals(figure.unit())) {
                return Money.of(figure.value(), printed).in(unit);
            }
        }
        return figure.value();
    }

    /** Only sums of money are compared in sentences, so all values of the register are taken as 元. */
    private void registered(
            Document document,
            Scope scope,
            MoneyUnit unit,
            Map<String, BigDecimal> values,
            Map<String, String> sources) {
        jdbc.sql("""
                        select key, value, source, updated_by from accounts.prior_figure
                        where book_id = :book and unit_id = :unit
                        """)
                .param("book", scope.book())
                .param("unit", document.rolledUp() ? 0L : document.unitId())
                .query(row -> {
                    String key = row.getString("key");
                    values.put(
                            key,
                            Money.of(row.getBigDecimal("value"), MoneyUnit.YUAN).in(unit));
                    sources.put(
                            key, "上年决算数登记（" + row.getString("source") + "，登记人 " + row.getString("updated_by") + "）");
                });
    }
}
