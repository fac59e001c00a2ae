package org.tongchou.platform.gateway.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Accesses within somebody's counties. There are as many as institutions: few enough to be joined with their names here. */
@Service
@Transactional(readOnly = true)
class AccessList {
    private static final Map<String, Comparator<AccessView>> ORDERS = Map.of(
            "institution", Comparator.comparing(AccessView::institution),
            "name", Comparator.comparing(AccessView::name),
            "styleName", Comparator.comparing(AccessView::styleName),
            "countyName", Comparator.comparing(AccessView::countyName),
            "changedAt", Comparator.comparing(AccessView::changedAt));
    private static final int CANDIDATES = 20;

    private final JdbcClient database;
    private final Providers providers;
    private final Region region;
    private final Clock clock;

    AccessList(JdbcClient database, Providers providers, Region region, Clock clock) {
        this.database = database;
        this.providers = providers;
        this.region = region;
        this.clock = clock;
    }

    Page<AccessView> list(Actor actor, AccessView.Filter filter, PageQuery page) {
        List<AccessView> all = all(actor, filter, page);
        List<AccessView> rows =
                all.stream().skip(page.offset()).limit(page.rows()).toList();
        return new Page<>(rows, all.size(), page.number(), page.rows());
    }

    List<AccessView> all(Actor actor, AccessView.Filter filter, PageQuery order) {
        return read(actor, "").stream()
                .filter(filter::holds)
                .sorted(order(order.sort()))
                .toList();
    }

    private static Comparator<AccessView> order(@Nullable String sort) {
        if (sort == null || sort.isEmpty()) {
            return Comparator.comparing(AccessView::institution);
        }
        boolean down = sort.startsWith("-");
        Comparator<AccessView> order = ORDERS.get(down ? sort.substring(1) : sort);
        if (order == null) {
            throw Refusal.field("E-PLT-012", "排序", sort, "以下字段之一：" + String.join("、", ORDERS.keySet()));
        }
        return (down ? order.reversed() : order).thenComparing(AccessView::institution);
    }

    /** An access in scope, or 404. */
    AccessView get(Actor actor, String institution) {
        return read(actor, institution).stream().findFirst().orElseThrow(() -> Refusal.notFound("接口接入"));
    }

    List<AccessView.Change> changes(AccessView access) {
        return database.sql("select * from gateway.access_change where institution = :code order by id desc")
                .param("code", access.institution())
                .query((row, number) -> new AccessView.Change(
                        row.getString("act"),
                        AccessRequest.STYLES.getOrDefault(row.getString("style"), ""),
                        row.getString("key_id"),
                        row.getBoolean("ciphered"),
                        row.getBoolean("numbers_as_text"),
                        row.getBoolean("sign_in_required"),
                        List.of((String[]) row.getArray("addresses").getArray()),
                        row.getBoolean("open"),
                        row.getString("reason"),
                        row.getString("changed_name"),
                        row.getObject("changed_at", OffsetDateTime.class)))
                .list();
    }

    /** Institutions with an agreement but without access, of which code or name contains a text. */
    List<Provider> candidates(Actor actor, String text) {
        Map<String, County> counties = counties(actor);
        List<String> granted = database.sql("select institution from gateway.access")
                .query(String.class)
                .list();
        return providers.active(LocalDate.now(clock)).stream()
                .filter(provider -> counties.containsKey(provider.county()))
                .filter(provider -> (provider.code() + provider.name()).contains(text.strip()))
                .filter(provider -> !granted.contains(provider.code()))
                .limit(CANDIDATES)
                .toList();
    }

    /** An institution with an agreement in somebody's counties; refuses any other. */
    Provider designated(Actor actor, String institution) {
        return providers
                .find(institution)
                .filter(Provider::designated)
                .filter(provider -> counties(actor).containsKey(provider.county()))
                .orElseThrow(() -> Refusal.field("E-GWY-103", "机构编码", institution, "本辖区内协议有效的定点医药机构"));
    }

    private Map<String, County> counties(Actor actor) {
        return region.counties(actor).stream().collect(Collectors.toMap(County::code, Function.identity()));
    }

    /** Accesses in scope: of one institution, or all when its code is empty. */
    List<AccessView> read(Actor actor, String institution) {
        Map<String, County> counties = counties(actor);
        Map<String, Provider> known = new HashMap<>();
        if (institution.isEmpty()) {
            providers.active(LocalDate.now(clock)).forEach(provider -> known.put(provider.code(), provider));
        }
        return database
                .sql("""
                        select a.*, l.happened_at as last_call from gateway.access a
                        left join lateral (select happened_at from gateway.log where log.institution = a.institution
                            order by id desc limit 1) l on true
                        where :code = '' or a.institution = :code""")
                .param("code", institution)
                .query((row, number) -> {
                    String code = row.getString("institution");
                    Provider provider = known.computeIfAbsent(
                            code, wanted -> providers.find(wanted).orElse(null));
                    County county = provider == null ? null : counties.get(provider.county());
                    return provider == null || county == null
                            ? Optional.<AccessView>empty()
                            : Optional.of(view(row, provider, county));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static AccessView view(ResultSet row, Provider provider, County county) throws SQLException {
        String style = row.getString("style");
        return new AccessView(
                provider.code(),
                provider.name(),
                provider.kind(),
                county.code(),
                county.name(),
                provider.designated(),
                style,
                AccessRequest.STYLES.getOrDefault(style, style),
                row.getString("key_id"),
                row.getString("public_key"),
                row.getBytes("cipher") != null,
                row.getBoolean("numbers_as_text"),
                row.getBoolean("sign_in_required"),
                List.of((String[]) row.getArray("addresses").getArray()),
                row.getBoolean("open"),
                row.getString("changed_name"),
                row.getObject("changed_at", OffsetDateTime.class),
                row.getObject("last_call", OffsetDateTime.class),
                row.getInt("version"));
    }
}
