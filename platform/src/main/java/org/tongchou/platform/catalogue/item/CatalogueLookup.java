package org.tongchou.platform.catalogue.item;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongchou.platform.catalogue.Catalogue;
import org.tongchou.platform.catalogue.CatalogueItem;
import org.tongchou.platform.catalogue.InsuredItem;
import org.tongchou.platform.catalogue.kind.Kind;
import org.tongchou.platform.catalogue.kind.Kinds;

/** Looks items up by code and day, many at a time. */
@Service
class CatalogueLookup implements Catalogue {
    private static final Map<String, String> CLASSES = Map.of("01", "A", "02", "B", "03", "C");

    private static final String FIND = """
            select kind, code, name, begins, ends from catalogue.item
            where kind = :kind and code = any(:codes) and until is null and valid
                and begins <= :day and (ends is null or ends >= :day)
            """;

    private final JdbcClient database;
    private final String insured;

    CatalogueLookup(JdbcClient database) {
        this.database = database;
        Kind items = Kinds.get("insured");
        this.insured = """
                select i.code, i.name, %s as item_class, p.share, l.amount, %s = '1' as restricted, %s as note, %s as charge
                from catalogue.item i
                left join lateral (select %s::numeric as share from catalogue.item s
                    where s.kind = 'prepayment' and s.code = i.code and s.part = :person and s.until is null and s.valid
                        and s.begins <= :day and (s.ends is null or s.ends >= :day)) p on true
                left join lateral (select %s::numeric as amount from catalogue.item s
                    where s.kind = 'price-limit' and s.code = i.code and s.part = :level and s.until is null and s.valid
                        and s.begins <= :day and (s.ends is null or s.ends >= :day)) l on true
                where i.kind = 'insured' and i.code = any(:codes) and i.until is null and i.valid
                    and i.begins <= :day and (i.ends is null or i.ends >= :day)
                """.formatted(
                        cell("i", items, "收费项目等级"),
                        cell("i", items, "限制使用标志"),
                        cell("i", items, "备注"),
                        cell("i", items, "医疗收费项目类别"),
                        cell("s", Kinds.get("prepayment"), "自付比例"),
                        cell("s", Kinds.get("price-limit"), "定价上限金额"));
    }

    private static String cell(String row, Kind kind, String column) {
        return row + ".cells[" + (kind.at(column) + 1) + "]";
    }

    @Override
    public Optional<CatalogueItem> find(String kind, String code, LocalDate day) {
        return Optional.ofNullable(find(kind, List.of(code), day).get(code));
    }

    @Override
    public Map<String, CatalogueItem> find(String kind, Collection<String> codes, LocalDate day) {
        return database
                .sql(FIND)
                .param("kind", Kinds.get(kind).key())
                .param("codes", codes.toArray(String[]::new))
                .param("day", day)
                .query(CatalogueItem.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(CatalogueItem::code, Function.identity()));
    }

    @Override
    public Map<String, InsuredItem> insured(Collection<String> codes, LocalDate day, String level, String personType) {
        Map<String, InsuredItem> items = new HashMap<>();
        database.sql(insured)
                .param("codes", codes.toArray(String[]::new))
                .param("day", day)
                .param("level", level)
                .param("person", personType)
                .query((row, n) -> new InsuredItem(
                        row.getString("code"),
                        row.getString("name"),
                        CLASSES.getOrDefault(Objects.requireNonNullElse(row.getString("item_class"), "03"), "C"),
                        row.getBigDecimal("share"),
                        row.getBigDecimal("amount"),
                        row.getBoolean("restricted"),
                        Objects.requireNonNullElse(row.getString("note"), ""),
                        Objects.requireNonNullElse(row.getString("charge"), "")))
                .list()
                .forEach(item -> items.put(item.code(), item));
        return Map.copyOf(items);
    }
}
