package org.tongchou.platform.performance.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.performance.sheet.TargetSheet;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Sampled evaluations in the database. */
@Component
class ReviewStore {
    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A share of the points for indicators of some first levels. */
    record Share(String part, List<String> levels, BigDecimal weight) {}

    List<Review.Item> template() {
        return jdbc.sql("select part, section, name, weight from performance.review_template order by position")
                .query((row, number) -> new Review.Item(
                        row.getString(1), row.getString(2), row.getString(3), null, row.getBigDecimal(4), null, ""))
                .list();
    }

    List<Share> shares() {
        return jdbc.sql("select part, level1, weight from performance.review_share order by position")
                .query((row, number) -> new Share(
                        row.getString(1), List.of((String[]) row.getArray(2).getArray()), row.getBigDecimal(3)))
                .list();
    }

    Optional<Review> find(long sheetId) {
        return Optional.ofNullable(found(List.of(sheetId)).get(sheetId));
    }

    /** Those of sheets, by id of the sheet. */
    Map<Long, Review> of(List<TargetSheet> sheets) {
        return found(sheets.stream().map(TargetSheet::id).toList());
    }

    private Map<Long, Review> found(List<Long> sheetIds) {
        return withItems(jdbc.sql("select * from performance.review where sheet_id = any(:sheets)")
                        .param("sheets", SheetStore.array(sheetIds))
                        .query((row, number) -> review(row))
                        .list())
                .stream()
                .collect(Collectors.toMap(Review::sheetId, review -> review));
    }

    /** Confirmed ones of approved sheets of units and a year. */
    List<Review> confirmed(List<Long> unitIds, int year) {
        return withItems(jdbc.sql("""
                        select r.* from performance.review r join performance.sheet s on s.id = r.sheet_id
                        where r.state = '已确认' and s.year = :year and s.unit_id = any(:units)
                        order by s.project_code, r.id""")
                .param("year", year)
                .param("units", SheetStore.array(unitIds))
                .query((row, number) -> review(row))
                .list());
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getLong("id"),
                row.getLong("sheet_id"),
                row.getString("number"),
                row.getString("state"),
                row.getString("sampled_because"),
                new Review.Texts(
                        row.getString("background"),
                        row.getString("organisation"),
                        row.getString("problems"),
                        row.getString("measures"),
                        row.getString("advice")),
                row.getBigDecimal("total"),
                row.getString("grade"),
                row.getInt("version"),
                row.getString("updated_by"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    /** The evaluations with their points, asked for at once. */
    private List<Review> withItems(List<Review> reviews) {
        Map<Long, List<Review.Item>> items = new HashMap<>();
        jdbc.sql("""
                        select review_id, part, section, name, indicator_id, weight, score, reason
                        from performance.review_item where review_id = any(:ids) order by review_id, position""")
                .param("ids", SheetStore.array(reviews.stream().map(Review::id).toList()))
                .query(row -> {
                    items.computeIfAbsent(row.getLong("review_id"), id -> new ArrayList<>())
                            .add(new Review.Item(
                                    row.getString("part"),
                                    row.getString("section"),
                                    row.getString("name"),
                                    row.getObject("indicator_id", Long.class),
                                    row.getBigDecimal("weight"),
                                    row.getBigDecimal("score"),
                                    row.getString("reason")));
                });
        return reviews.stream()
                .map(review -> review.withItems(items.getOrDefault(review.id(), List.of())))
                .toList();
    }

    long begin(Actor actor, OffsetDateTime at, long sheetId, String because, String title) {
        try {
            return jdbc.sql("""
                            insert into performance.review (sheet_id, sampled_because, updated_by, updated_at)
                            values (:sheet, :because, :by, :at) returning id""")
                    .param("sheet", sheetId)
                    .param("because", because)
                    .param("by", actor.displayName())
                    .param("at", at)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("E-PER-080", title + "已列入重点评价");
        }
    }

    void save(
            Actor actor,
            OffsetDateTime at,
            long id,
            String number,
            Review.Texts texts,
            List<Review.Item> items,
            @Nullable BigDecimal total,
            String grade) {
        jdbc.sql("""
                        update performance.review set number = :number, background = :background,
                            organisation = :organisation, problems = :problems, measures = :measures, advice = :advice,
                            total = :total, grade = :grade, version = version + 1, updated_by = :by, updated_at = :at
                        where id = :id""")
                .param("number", number)
                .param("background", texts.background())
                .param("organisation", texts.organisation())
                .param("problems", texts.problems())
                .param("measures", texts.measures())
                .param("advice", texts.advice())
                .param("total", total)
                .param("grade", grade)
                .param("by", actor.displayName())
                .param("at", at)
                .param("id", id)
                .update();
        jdbc.sql("delete from performance.review_item where review_id = :id")
                .param("id", id)
                .update();
        for (int i = 0; i < items.size(); i++) {
            insert(id, i + 1, items.get(i));
        }
    }

    private void insert(long id, int position, Review.Item item) {
        jdbc.sql("""
                        insert into performance.review_item (review_id, position, part, section, name, indicator_id, weight,
                            score, reason)
                        values (:id, :position, :part, :section, :name, :indicator, :weight, :score, :reason)""")
                .param("id", id)
                .param("position", position)
                .param("part", item.part())
                .param("section", item.section())
                .param("name", item.name())
                .param("indicator", item.indicatorId())
                .param("weight", item.weight())
                .param("score", item.score())
                .param("reason", item.reason())
                .update();
    }
}
