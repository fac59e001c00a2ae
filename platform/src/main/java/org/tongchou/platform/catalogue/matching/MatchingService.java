package org.tongchou.platform.catalogue.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.catalogue.Catalogue;
import org.tongchou.platform.catalogue.Matchings;
import org.tongchou.platform.catalogue.kind.Kind;
import org.tongchou.platform.catalogue.kind.Kinds;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Takes, reviews and withdraws matchings. */
@Service
public class MatchingService implements Matchings {
    private static final String TYPE = "catalogue.matching";
    private static final String SELECT = """
            select m.id, m.provider, m.provider_name, m.own_code, m.own_name, m.kind, m.code, m.begins, m.ends, m.state, m.note,
                m.created_by, m.created_name, m.created_at, m.decided_name, m.decided_at,
                coalesce((select i.name from catalogue.item i where i.kind = m.kind and i.code = m.code and i.until is null
                    order by i.begins desc limit 1), '') as name,
                exists (select from catalogue.item i where i.kind = m.kind and i.code = m.code and i.until is null and i.valid
                    and i.begins <= :today and (i.ends is null or i.ends >= :today)) as in_force
            from catalogue.matching m
            """;

    /** The latest that was told of a code of a hospital, when it does not count or its item holds no longer. */
    private static final String UNMATCHED = """
            m.id = (select max(n.id) from catalogue.matching n
                where n.provider = m.provider and n.own_code = m.own_code and n.kind = m.kind)
            and (m.state <> '已通过' or m.ends < :today or not m.in_force)
            """;

    private static final Map<String, String> SORTABLE = Map.of(
            "id", "m.id", "provider", "m.provider", "ownCode", "m.own_code", "ownName", "m.own_name", "code", "m.code");

    private final JdbcClient database;
    private final Catalogue catalogue;
    private final Providers providers;
    private final Region region;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Clock clock;

    MatchingService(
            JdbcClient database,
            Catalogue catalogue,
            Providers providers,
            Region region,
            AuditLog audit,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.providers = providers;
        this.region = region;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Which matchings are wanted.
     *
     * @param provider code of the hospital
     * @param kind key of the catalogue
     * @param state state
     * @param text a part of the hospital's code or name, or the beginning of the national code
     * @param unmatched only what the hospital uses and that does not count today
     */
    record Filter(
            @Nullable String provider,
            @Nullable String kind,
            @Nullable String state,
            @Nullable String text,
            @Nullable Boolean unmatched) {}

    /**
     * A matching in a list; the fields of {@link Matchings.Matching} and what became of it.
     *
     * @param id its id
     * @param providerName name of the hospital
     * @param name name of the national item; may be empty
     * @param inForce whether the national item holds today
     * @param state 待审核, 已通过, 已退回 or 已撤销
     * @param note what the second person said
     * @param createdBy id of who told it
     */
    record View(
            long id,
            String provider,
            String providerName,
            String ownCode,
            String ownName,
            String kind,
            String code,
            String name,
            boolean inForce,
            LocalDate begins,
            @Nullable LocalDate ends,
            String state,
            String note,
            long createdBy,
            String createdName,
            OffsetDateTime createdAt,
            String decidedName,
            @Nullable OffsetDateTime decidedAt) {}

    Page<View> list(Actor actor, Filter filter, PageQuery page) {
        Where where = where(actor, filter);
        String from = " from (" + SELECT + ") m";
        return where.page(
                database,
                page,
                "select count(*)" + from,
                "select *" + from,
                page.orderBy(SORTABLE, "m.id desc"),
                View.class);
    }

    List<View> all(Actor actor, Filter filter, PageQuery order) {
        return where(actor, filter)
                .query(database, "select * from (" + SELECT + ") m", order.orderBy(SORTABLE, "m.id desc"))
                .query(View.class)
                .list();
    }

    private Where where(Actor actor, Filter filter) {
        Where where = new Where()
                .and(
                        "m.id in (select id from catalogue.matching where county in (:counties))",
                        "counties",
                        counties(actor))
                .and(":today::date is not null", "today", LocalDate.now(clock))
                .when(filter.provider(), "m.provider = :provider", "provider")
                .when(filter.kind(), "m.kind = :kind", "kind")
                .when(filter.state(), "m.state = :state", "state")
                .when(
                        filter.text(),
                        "(strpos(m.own_code || ' ' || m.own_name, :text) > 0 or starts_with(m.code, :text))",
                        "text");
        return Boolean.TRUE.equals(filter.unmatched()) ? where.and(UNMATCHED) : where;
    }

    private List<String> counties(Actor actor) {
        List<String> codes = region.counties(actor).stream().map(County::code).toList();
        return codes.isEmpty() ? List.of("") : codes;
    }

    @Override
    @Transactional
    public long submit(Actor actor, Matching matching) {
        Kind kind = Kinds.get(matching.kind());
        String code = Given.text(matching.code());
        String ownCode = Given.requiredLine("机构目录编号", matching.ownCode(), 30);
        String ownName = Given.requiredLine("机构目录名称", matching.ownName(), 200);
        LocalDate begins = Given.day("开始日期", matching.begins());
        LocalDate ends = Given.dayOrNone("结束日期", matching.ends());
        if (ends != null && ends.isBefore(begins)) {
            throw Refusal.field("E-CAT-041", "结束日期", ends.toString(), "不早于开始日期 " + begins);
        }
        Provider provider = providers
                .find(Given.text(matching.provider()), begins)
                .orElseThrow(() -> Refusal.field("E-CAT-042", "机构", matching.provider(), "已登记的医药机构编码"));
        actor.mustSee(region.county(provider.county()).unitId());
        if (catalogue.find(kind.key(), code, begins).isEmpty()) {
            throw Refusal.field("E-CAT-043", "国家编码", code, "在 " + begins + " 有效的" + kind.name() + "编码");
        }
        MatchingList.hold(database, provider.code());
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("provider", provider.code());
        values.put("ownCode", ownCode);
        values.put("kind", kind.key());
        values.put("code", code);
        values.put("begins", begins);
        values.put("ends", ends);
        List<Long> same = database.sql("""
                        select id from catalogue.matching where provider = :provider and own_code = :ownCode and kind = :kind
                            and code = :code and begins = :begins and ends is not distinct from :ends::date
                            and state in ('待审核', '已通过')
                        """).params(values).query(Long.class).list();
        if (!same.isEmpty()) {
            return same.get(0);
        }
        boolean overlaps = database.sql("""
                        select exists (select from catalogue.matching where provider = :provider and own_code = :ownCode
                            and kind = :kind and state in ('待审核', '已通过') and begins <= coalesce(:ends::date, 'infinity')
                            and coalesce(ends, 'infinity') >= :begins)
                        """).params(values).query(Boolean.class).single();
        if (overlaps) {
            throw Refusal.conflict("E-CAT-044", "机构编号“" + ownCode + "”在这段日期已有对照；请先撤销或缩短原对照");
        }
        long id = database.sql("""
                        insert into catalogue.matching (provider, provider_name, county, own_code, own_name, kind, code, begins, ends,
                            details, created_by, created_name)
                        values (:provider, :providerName, :county, :ownCode, :ownName, :kind, :code, :begins, :ends::date,
                            :details::jsonb, :by, :who)
                        returning id
                        """)
                .params(values)
                .param("providerName", provider.name())
                .param("county", provider.county())
                .param("ownName", ownName)
                .param("details", details(matching))
                .param("by", actor.userId())
                .param("who", actor.displayName())
                .query(Long.class)
                .single();
        audit.record(
                actor,
                "catalogue.matching.create",
                TYPE,
                Long.toString(id),
                "登记“" + provider.name() + "”的目录对照 " + ownCode,
                null,
                Map.of("机构目录编号", ownCode, "国家编码", code, "开始日期", begins.toString()));
        return id;
    }

    private String details(Matching matching) {
        Map<String, @Nullable String> told =
                Objects.requireNonNullElse(matching.details(), Map.<String, @Nullable String>of());
        if (told.size() > 20 || told.values().stream().anyMatch(text -> text != null && text.length() > 2000)) {
            throw Refusal.field("E-CAT-045", "其他内容", Integer.toString(told.size()), "不超过 20 项，每项不超过 2000 个字符");
        }
        return json.writeValueAsString(told);
    }

    /** Decides on matchings that others told; all of them, or none. */
    @Transactional
    public int decide(Actor actor, List<Long> ids, boolean approved, @Nullable String note) {
        String said = approved ? Given.line("审核意见", note, 500) : Given.requiredLine("退回原因", note, 500);
        if (ids.isEmpty() || ids.size() > 1000) {
            throw Refusal.field("E-CAT-046", "对照", Integer.toString(ids.size()), "一次 1 至 1000 条");
        }
        for (long id : Set.copyOf(ids)) {
            View view = locked(actor, id);
            if (!view.state().equals("待审核")) {
                throw Refusal.conflict(
                        "E-CAT-047",
                        "对照 " + view.ownCode() + " 已经" + view.state().substring(1) + "，不能再审核");
            }
            if (view.createdBy() == actor.userId()) {
                throw Refusal.forbidden("不能审核自己登记的对照；请另一位目录管理人员审核");
            }
            database.sql("""
                            update catalogue.matching set state = :state, note = :note, decided_by = :by, decided_name = :who,
                                decided_at = now()
                            where id = :id
                            """)
                    .param("state", approved ? "已通过" : "已退回")
                    .param("note", said)
                    .param("by", actor.userId())
                    .param("who", actor.displayName())
                    .param("id", id)
                    .update();
            audit.record(
                    actor,
                    approved ? "catalogue.matching.approve" : "catalogue.matching.return",
                    TYPE,
                    Long.toString(id),
                    (approved ? "通过" : "退回") + "“" + view.providerName() + "”的目录对照 " + view.ownCode(),
                    Map.of("state", view.state()),
                    Map.of("state", approved ? "已通过" : "已退回", "note", said));
        }
        return ids.size();
    }

    @Override
    @Transactional
    public void withdraw(Actor actor, String provider, String ownCode, String kind, String code) {
        List<Long> ids = database.sql("""
                        select id from catalogue.matching where provider = :provider and own_code = :own and kind = :kind
                            and code = :code and state in ('待审核', '已通过') order by id
                        """)
                .param("provider", provider)
                .param("own", ownCode)
                .param("kind", Kinds.get(kind).key())
                .param("code", code)
                .query(Long.class)
                .list();
        if (ids.isEmpty()) {
            throw Refusal.notFound("这条目录对照");
        }
        ids.forEach(id -> withdraw(actor, id));
    }

    /** Takes one matching back. */
    @Transactional
    public void withdraw(Actor actor, long id) {
        View view = locked(actor, id);
        if (!Set.of("待审核", "已通过").contains(view.state())) {
            throw Refusal.conflict(
                    "E-CAT-048", "对照 " + view.ownCode() + " 已经" + view.state().substring(1) + "，不能撤销");
        }
        database.sql(
                        "update catalogue.matching set state = '已撤销', withdrawn_name = :who, withdrawn_at = now() where id = :id")
                .param("who", actor.displayName())
                .param("id", id)
                .update();
        audit.record(
                actor,
                "catalogue.matching.withdraw",
                TYPE,
                Long.toString(id),
                "撤销“" + view.providerName() + "”的目录对照 " + view.ownCode(),
                Map.of("state", view.state()),
                Map.of("state", "已撤销"));
    }

    private View locked(Actor actor, long id) {
        String county = database.sql("select county from catalogue.matching where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("目录对照"));
        actor.mustSee(region.county(county).unitId());
        return database.sql("select * from (" + SELECT + ") m where m.id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .query(View.class)
                .single();
    }

    @Override
    public Map<String, String> codes(String provider, String kind, Collection<String> ownCodes, LocalDate day) {
        return database
                .sql("""
                        select own_code, code from catalogue.matching
                        where provider = :provider and kind = :kind and own_code = any(:codes) and state = '已通过'
                            and begins <= :day and (ends is null or ends >= :day)
                        """)
                .param("provider", provider)
                .param("kind", Kinds.get(kind).key())
                .param("codes", ownCodes.toArray(String[]::new))
                .param("day", day)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
