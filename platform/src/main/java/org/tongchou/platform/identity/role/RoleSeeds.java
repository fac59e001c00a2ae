package org.tongchou.platform.identity.role;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.web.RightCatalogue;
import org.tongchou.platform.web.RightDefinition;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The roles of {@code identity/roles.yaml}: made when missing, with their rights, and granted the rights that are new to the catalogue. */
@Component
public class RoleSeeds {
    private static final long LOCK = 0x5EED;

    private final JdbcClient database;
    private final ObjectProvider<RightCatalogue> catalogues;
    private final Table table = read();

    RoleSeeds(JdbcClient database, ObjectProvider<RightCatalogue> catalogues) {
        this.database = database;
        this.catalogues = catalogues;
    }

    /** Makes what is missing; running it again changes nothing. */
    @Transactional
    public void apply() {
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> 0)
                .list();
        Set<String> made = new HashSet<>();
        for (Seed seed : table.roles()) {
            int rows = database.sql("""
                            insert into identity.role (code, name, kind, note, second_factor, updated_by)
                            values (:code, :name, :kind, :note, :factor, '系统') on conflict (code) do nothing""")
                    .param("code", seed.code())
                    .param("name", seed.name())
                    .param("kind", seed.kind())
                    .param("note", seed.note())
                    .param("factor", Boolean.TRUE.equals(seed.secondFactor()))
                    .update();
            if (rows > 0) {
                made.add(seed.code());
            }
        }
        Set<String> known = new HashSet<>(database.sql("select code from identity.known_right")
                .query(String.class)
                .list());
        List<String> fresh = rights().stream()
                .map(RightDefinition::code)
                .filter(code -> !known.contains(code))
                .toList();
        known.forEach(right -> grant(right, made));
        fresh.forEach(this::grant);
        if (!fresh.isEmpty()) {
            database.sql("update identity.user_account set grant_no = grant_no + 1")
                    .update();
        }
    }

    /** All rights of all modules, in the order of the catalogues. */
    List<RightDefinition> rights() {
        return catalogues
                .orderedStream()
                .flatMap(catalogue -> catalogue.rights().stream())
                .toList();
    }

    /** The kinds of role that may hold a right. */
    List<String> kindsOf(String right) {
        List<String> kinds = table.kinds().entrySet().stream()
                .filter(kind -> matches(kind.getValue(), right))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return kinds.isEmpty() ? List.of("business") : kinds;
    }

    /** Codes of the seeded roles that get a right. */
    List<String> rolesFor(String right) {
        return table.roles().stream()
                .filter(seed -> kindsOf(right).contains(seed.kind())
                        && matches(seed.rights(), right)
                        && !matches(Optional.ofNullable(seed.except()).orElse(List.of()), right))
                .map(Seed::code)
                .toList();
    }

    /** Whether the table says that nobody gets a right by itself. */
    boolean isUngranted(String right) {
        return matches(table.ungranted(), right);
    }

    /** Codes of all seeded roles. */
    List<String> codes() {
        return table.roles().stream().map(Seed::code).toList();
    }

    private void grant(String right) {
        database.sql("insert into identity.known_right (code) values (:code)")
                .param("code", right)
                .update();
        grant(right, Set.copyOf(codes()));
    }

    /** Grants a right to those of some roles that get it. */
    private void grant(String right, Set<String> roles) {
        String[] some = rolesFor(right).stream().filter(roles::contains).toArray(String[]::new);
        if (some.length > 0) {
            database.sql("""
                            insert into identity.role_right (role_id, right_code)
                            select id, :right from identity.role where code = any(:roles) on conflict do nothing""").param("right", right).param("roles", some).update();
        }
    }

    private static boolean matches(List<String> patterns, String right) {
        return patterns.stream()
                .anyMatch(pattern -> right.matches(pattern.replace(".", "\\.").replace("*", ".+")));
    }

    private static Table read() {
        try (InputStream in = RoleSeeds.class.getResourceAsStream("/identity/roles.yaml")) {
            if (in == null) {
                throw new IllegalStateException("roles.yaml is missing");
            }
            return YAMLMapper.builder().build().readValue(in, Table.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Table(Map<String, List<String>> kinds, List<Seed> roles, List<String> ungranted) {}

    private record Seed(
            String code,
            String name,
            String kind,
            @Nullable Boolean secondFactor,
            String note,
            List<String> rights,
            @Nullable List<String> except) {}
}
