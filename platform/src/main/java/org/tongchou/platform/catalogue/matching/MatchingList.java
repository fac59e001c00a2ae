package org.tongchou.platform.catalogue.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.catalogue.kind.Kinds;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.IntakeStep;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Matchings as a hospital tells them by the thousand (3301, 3302): one statement for all rows. */
@Component
class MatchingList {
    /** Catalogues whose items hospitals have codes of their own for, and their names. */
    static final Map<String, String> KINDS =
            List.of("drug", "herb", "preparation", "service", "consumable", "consumable-model").stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            key -> Kinds.get(key).name(),
                            (one, other) -> one,
                            java.util.LinkedHashMap::new));

    private static final String TYPE = "catalogue.matching";
    private static final String TOLD = """
            from unnest(:own::text[], :name::text[], :kind::text[], :code::text[], :begins::date[], :ends::date[], :details::text[])
                with ordinality as t (own_code, own_name, kind, code, begins, ends, details, at)
            """;
    private static final String LIVE =
            "m.provider = :provider and m.own_code = t.own_code and m.kind = t.kind and m.state in ('待审核', '已通过')";

    private final JdbcClient database;
    private final Providers providers;
    private final Region region;
    private final AuditLog audit;
    private final JsonMapper json;

    MatchingList(JdbcClient database, Providers providers, Region region, AuditLog audit, JsonMapper json) {
        this.database = database;
        this.providers = providers;
        this.region = region;
        this.audit = audit;
        this.json = json;
    }

    /** Holds the matchings of a hospital until the end of the transaction. */
    static void hold(JdbcClient database, String provider) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:provider, 8))")
                .param("provider", provider)
                .query((row, n) -> 0)
                .list();
    }

    /** A hospital within the scope. */
    Provider provider(Actor actor, @Nullable String code) {
        Provider provider = providers
                .find(Given.text(code))
                .orElseThrow(() -> Refusal.field("E-CAT-042", "机构", code, "已登记的医药机构编码"));
        actor.mustSee(region.county(provider.county()).unitId());
        return provider;
    }

    /** How a row stands to the catalogue and to what was told before. */
    enum Standing {
        /** It may be told. */
        FREE,
        /** It was told already. */
        TOLD,
        /** There is no such item on its first day. */
        UNKNOWN,
        /** Another matching of the hospital's code holds in its days, of the list or of those told before. */
        OVERLAPPING
    }

    /** How rows stand, in their order. */
    List<Standing> standings(String provider, List<IntakeRow> rows) {
        return told(provider, rows, """
                        select case
                            when not exists (select from catalogue.item i where i.kind = t.kind and i.code = t.code
                                and i.until is null and i.valid and i.begins <= t.begins
                                and (i.ends is null or i.ends >= t.begins)) then 'UNKNOWN'
                            when exists (select from catalogue.matching m where %1$s and m.code = t.code
                                and m.begins = t.begins and m.ends is not distinct from t.ends) then 'TOLD'
                            when before >= begins or exists (select from catalogue.matching m where %1$s
                                and m.begins <= coalesce(t.ends, 'infinity')
                                and coalesce(m.ends, 'infinity') >= t.begins) then 'OVERLAPPING'
                            else 'FREE' end
                        from (select *, max(coalesce(ends, 'infinity')) over (partition by own_code, kind
                                order by begins, at rows between unbounded preceding and 1 preceding) as before %2$s) t
                        order by at""".formatted(LIVE, TOLD))
                .query((row, number) -> Standing.valueOf(row.getString(1)))
                .list();
    }

    /** Tells rows that are free; they wait for their review. */
    void tell(IntakeStep part, Provider provider, List<IntakeRow> rows) {
        int made = told(provider.code(), rows, """
                        insert into catalogue.matching (provider, provider_name, county, own_code, own_name, kind, code, begins,
                            ends, details, batch_id, created_by, created_name)
                        select :provider, :providerName, :county, own_code, own_name, kind, code, begins, ends, details::jsonb,
                            :batch, :by, :who
                        """ + TOLD + " order by at")
                .param("providerName", provider.name())
                .param("county", provider.county())
                .param("batch", part.batch())
                .param("by", part.actor().userId())
                .param("who", part.actor().displayName())
                .update();
        record(part, "catalogue.matching.import", "导入“" + provider.name() + "”的目录对照 " + made + " 条");
    }

    private JdbcClient.StatementSpec told(String provider, List<IntakeRow> rows, String sql) {
        return database.sql(sql)
                .param("provider", provider)
                .param("own", column(rows, row -> row.text("own")))
                .param("name", column(rows, row -> row.text("name")))
                .param("kind", column(rows, row -> row.text("kind")))
                .param("code", column(rows, row -> row.text("code")))
                .param("begins", column(rows, row -> row.text("begins")))
                .param("ends", column(rows, row -> openEnd(row.text("ends"))))
                .param("details", column(rows, this::details));
    }

    /** Files that cannot leave a day empty write one that nobody will see. */
    private static @Nullable String openEnd(String text) {
        return text.isEmpty() || LocalDate.parse(text).getYear() >= 2099 ? null : text;
    }

    private String details(IntakeRow row) {
        return json.writeValueAsString(MatchingIntake.DETAILS.stream()
                .filter(field -> row.has(field.key()))
                .collect(Collectors.toMap(field -> field.title(), field -> row.text(field.key()))));
    }

    private static @Nullable String[] column(List<IntakeRow> rows, Function<IntakeRow, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** Takes back what a batch told and still waits or counts. */
    void takeBack(IntakeStep part) {
        withdraw(part, database.sql("""
                        update catalogue.matching m set state = '已撤销', withdrawn_name = :who, withdrawn_at = now()
                        where m.batch_id = :batch and m.state in ('待审核', '已通过')""").param("batch", part.batch()));
    }

    /** Counties by code of the hospital, of those whose matching each row names; empty where there is none. */
    List<String> counties(List<IntakeRow> rows) {
        return withdrawn("""
                        select coalesce((select max(m.county) from catalogue.matching m
                            where m.provider = t.provider and m.own_code = t.own_code and m.kind = t.kind
                                and m.code = t.code and m.state in ('待审核', '已通过')), '')
                        """, rows, " order by at").query(String.class).list();
    }

    /** Takes back what the rows name. */
    void takeBack(IntakeStep part, List<IntakeRow> rows) {
        withdraw(part, withdrawn("""
                        update catalogue.matching m set state = '已撤销', withdrawn_name = :who, withdrawn_at = now()
                        """, rows, """
                         where m.provider = t.provider and m.own_code = t.own_code and m.kind = t.kind
                            and m.code = t.code and m.state in ('待审核', '已通过')"""));
    }

    private JdbcClient.StatementSpec withdrawn(String head, List<IntakeRow> rows, String tail) {
        return database.sql(head + """
                        from unnest(:provider::text[], :own::text[], :kind::text[], :code::text[])
                            with ordinality as t (provider, own_code, kind, code, at)
                        """ + tail)
                .param("provider", column(rows, row -> row.text("provider")))
                .param("own", column(rows, row -> row.text("own")))
                .param("kind", column(rows, row -> row.text("kind")))
                .param("code", column(rows, row -> row.text("code")));
    }

    private void withdraw(IntakeStep part, JdbcClient.StatementSpec statement) {
        int done = statement.param("who", part.actor().displayName()).update();
        if (done > 0) {
            record(part, "catalogue.matching.withdraw-list", "撤销目录对照 " + done + " 条");
        }
    }

    private void record(IntakeStep part, String action, String summary) {
        audit.record(part.actor(), action, TYPE, "", summary, null, Map.of("批次", Long.toString(part.batch())));
    }
}
