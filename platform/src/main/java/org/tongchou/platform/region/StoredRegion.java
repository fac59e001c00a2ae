package org.tongchou.platform.region;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.codes.AdministrativeCode;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** The region in schema {@code region}, and the pack that the installation was started with. */
@Service
class StoredRegion implements Region {
    private static final String COUNTY = "select code, name, tier, unit_id from region.county";
    private static final String POPULATION = """
            select county, year, registered, resident, source, source_date from region.population\s""";
    private static final int LONGEST = 100;
    /** More people than any city has. */
    private static final long MOST_PEOPLE = 100_000_000;

    private final PolicyPack pack;
    private final Units units;
    private final AuditLog audit;
    private final JdbcClient database;
    private final Clock clock;

    StoredRegion(
            @Value("${tongchou.region}") String pack, Units units, AuditLog audit, JdbcClient database, Clock clock) {
        this.pack = PackSource.read(pack);
        this.units = units;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String code() {
        return pack.region().code();
    }

    @Override
    public String name() {
        return pack.region().name();
    }

    @Override
    public PolicyPack pack() {
        return pack;
    }

    @Override
    public List<County> counties() {
        return database.sql(COUNTY + " order by code").query(County.class).list();
    }

    @Override
    public Set<String> tiers() {
        return Tiers.of(pack);
    }

    @Override
    public County county(String code) {
        return database.sql(COUNTY + " where code = :code")
                .param("code", code)
                .query(County.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("区县 " + code));
    }

    @Override
    public Optional<Population> population(String county, int year) {
        return database.sql(POPULATION + "where county = :county and year = :year order by id desc limit 1")
                .param("county", county)
                .param("year", year)
                .query(Population.class)
                .optional();
    }

    @Override
    @Transactional
    public County create(Actor actor, County county) {
        County checked = checked(actor, county);
        try {
            database.sql("""
                            insert into region.county (code, name, tier, unit_id, updated_by, updated_at)
                            values (:code, :name, :tier, :unit, :by, :now)""")
                    .param("code", checked.code())
                    .param("name", checked.name())
                    .param("tier", checked.tier())
                    .param("unit", checked.unitId())
                    .param("by", actor.displayName())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("E-REG-005", "区县代码 " + checked.code() + " 已登记");
        }
        record(actor, "region.county.create", "登记区县 " + checked.name(), null, checked);
        return checked;
    }

    /** Changes a county's name, tier or unit; its code stays. */
    @Transactional
    County change(Actor actor, int version, County county) {
        County before = county(county.code());
        actor.mustSee(before.unitId());
        County checked = checked(actor, county);
        int changed = database.sql("""
                        update region.county set name = :name, tier = :tier, unit_id = :unit, version = version + 1,
                            updated_by = :by, updated_at = :now where code = :code and version = :version""")
                .param("code", checked.code())
                .param("name", checked.name())
                .param("tier", checked.tier())
                .param("unit", checked.unitId())
                .param("by", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .param("version", version)
                .update();
        if (changed == 0) {
            throw database.sql("""
                            select updated_by, to_char(updated_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at
                            from region.county where code = :code""")
                    .param("code", checked.code())
                    .query((row, n) -> Refusal.changedMeanwhile("区县", row.getString(1), row.getString(2)))
                    .single();
        }
        record(actor, "region.county.change", "修改区县 " + checked.name(), before, checked);
        return checked;
    }

    private County checked(Actor actor, County county) {
        String code = Given.text(county.code());
        AdministrativeCode.parse(code).findProblem().ifPresent(bad -> {
            throw Refusal.field("E-REG-001", "区县代码", code, bad.expected());
        });
        actor.mustSee(units.get(county.unitId()).id());
        String tier = Given.line("区县分档", county.tier(), LONGEST);
        if (!tier.isEmpty() && !Tiers.of(pack).isEmpty() && !Tiers.of(pack).contains(tier)) {
            throw Refusal.field("E-REG-002", "区县分档", tier, "政策包中的分档之一：" + String.join("、", Tiers.of(pack)));
        }
        return new County(code, Given.requiredLine("区县名称", county.name(), LONGEST), tier, county.unitId());
    }

    private void record(Actor actor, String action, String summary, @Nullable County before, County after) {
        audit.record(
                actor,
                action,
                "region.county",
                after.code(),
                summary,
                before == null ? null : seen(before),
                seen(after));
    }

    private static Map<String, Object> seen(County county) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("区县代码", county.code());
        values.put("区县名称", county.name());
        values.put("区县分档", county.tier());
        values.put("负责单位", county.unitId());
        return values;
    }

    @Override
    @Transactional
    public void tell(Actor actor, Population told) {
        County county = county(told.county());
        actor.mustSee(county.unitId());
        check(told);
        Map<String, Object> before =
                population(told.county(), told.year()).map(StoredRegion::seen).orElse(null);
        add(actor, List.of(told), null);
        audit.record(
                actor,
                "region.population.tell",
                "region.county",
                told.county(),
                "登记" + county.name() + " " + told.year() + " 年人口",
                before,
                seen(told));
    }

    private static Map<String, Object> seen(Population told) {
        return Map.of("年度", told.year(), "户籍人口", told.registered(), "常住人口", told.resident(), "来源", told.source());
    }

    /** Adds figures, of a batch or entered by hand. */
    void add(Actor actor, List<Population> told, @Nullable Long batch) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (Population each : told) {
            database.sql("""
                            insert into region.population
                                (county, year, registered, resident, source, source_date, batch_id, told_by, told_at)
                            values (:county, :year, :registered, :resident, :source, :date, :batch, :by, :now)""")
                    .param("county", each.county())
                    .param("year", each.year())
                    .param("registered", each.registered())
                    .param("resident", each.resident())
                    .param("source", each.source())
                    .param("date", each.sourceDate())
                    .param("batch", batch)
                    .param("by", actor.displayName())
                    .param("now", now)
                    .update();
        }
    }

    /** Refuses figures that cannot be. */
    void check(Population told) {
        int last = LocalDate.now(clock).getYear();
        if (told.year() < 1949 || told.year() > last) {
            throw Refusal.field("E-REG-010", "年度", Integer.toString(told.year()), "1949 至 " + last + " 的年度");
        }
        people("户籍人口", told.registered());
        people("常住人口", told.resident());
        checkSource(told.source(), told.sourceDate());
    }

    /** Refuses a source without a name, or from the future. */
    void checkSource(String source, LocalDate date) {
        Given.requiredLine("数据来源", source, LONGEST * 2);
        if (Given.required("来源日期", date).isAfter(LocalDate.now(clock))) {
            throw Refusal.field("E-REG-012", "来源日期", date.toString(), "不晚于今天的日期");
        }
    }

    private static void people(String field, long number) {
        if (number < 0 || number > MOST_PEOPLE) {
            throw Refusal.field("E-REG-011", field, Long.toString(number), "0 至 1 亿的整数");
        }
    }
}
