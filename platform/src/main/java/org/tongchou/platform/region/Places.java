package org.tongchou.platform.region;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** Lists of counties and of what was told of their people, within somebody's data scope. */
@Repository
class Places {
    private final JdbcClient database;

    Places(JdbcClient database) {
        this.database = database;
    }

    /**
     * A county with its figures of a year.
     *
     * @param code six digits
     * @param name its name
     * @param tier tier for subsidies
     * @param unitId the unit that looks after it
     * @param version for changing it
     * @param year year of the figures; null when nobody has told them
     * @param registered 户籍人口
     * @param resident 常住人口
     * @param source where they come from
     * @param sourceDate day of the document
     */
    record Place(
            String code,
            String name,
            String tier,
            long unitId,
            int version,
            @Nullable Integer year,
            @Nullable Long registered,
            @Nullable Long resident,
            @Nullable String source,
            @Nullable LocalDate sourceDate) {}

    /**
     * What was told once.
     *
     * @param id its id
     * @param county code of the county
     * @param name its name
     * @param year the year
     * @param registered 户籍人口
     * @param resident 常住人口
     * @param source where it comes from
     * @param sourceDate day of the document
     * @param batchId import batch; null when entered by hand
     * @param toldBy who entered it
     * @param toldAt when
     * @param inForce whether nothing later was told of that year
     */
    record Told(
            long id,
            String county,
            String name,
            int year,
            long registered,
            long resident,
            String source,
            LocalDate sourceDate,
            @Nullable Long batchId,
            String toldBy,
            OffsetDateTime toldAt,
            boolean inForce) {}

    /** Counties with the figures in force of a year, by code. */
    List<Place> counties(Actor actor, int year) {
        return scoped(actor)
                .with("year", year)
                .query(database, """
                        select c.code, c.name, c.tier, c.unit_id, c.version, p.year, p.registered, p.resident, p.source, p.source_date
                        from region.county c left join lateral (
                            select * from region.population where county = c.code and year = :year order by id desc limit 1) p on true""", " order by c.code")
                .query(Place.class)
                .list();
    }

    /** What was told, the latest first. */
    Page<Told> history(Actor actor, @Nullable String county, @Nullable Integer year, PageQuery page) {
        Where where = scoped(actor).when(county, "p.county = :county", "county").when(year, "p.year = :year", "year");
        String from = " from region.population p join region.county c on c.code = p.county";
        return where.page(database, page, "select count(*)" + from, """
                        select p.id, p.county, c.name, p.year, p.registered, p.resident, p.source, p.source_date, p.batch_id,
                            p.told_by, p.told_at, not exists (select from region.population l
                                where l.county = p.county and l.year = p.year and l.id > p.id) as in_force
                        """ + from, " order by p.id desc", Told.class);
    }

    private static Where scoped(Actor actor) {
        Where where = new Where();
        return actor.allUnits()
                ? where
                : where.and(
                        "c.unit_id = any(:units)",
                        "units",
                        new SqlArrayValue("bigint", actor.unitIds().toArray()));
    }
}
