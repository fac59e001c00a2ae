package org.tongchou.platform.bench;

import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** What a region has before its lists come in: units, counties, employers, two people with every right. */
final class Setting {
    static final String CLERK = "bench-clerk";
    static final String REVIEWER = "bench-reviewer";
    static final String PASSWORD = "Correct-Horse-7";

    private Setting() {}

    static void create(JdbcClient database, RegionFiles files) {
        for (int i = 0; i < RegionFiles.COUNTIES; i++) {
            long unit = database.sql("""
                            insert into identity.unit (code, name, nature, level, region, updated_by)
                            values (:code, '样例' || :code || '医疗保障局', '行政单位', '县级', '样例市', '') returning id""")
                    .param("code", RegionFiles.county(i))
                    .query(Long.class)
                    .single();
            database.sql("""
                            insert into region.county (code, name, tier, unit_id, updated_by, updated_at)
                            values (:code, :code, '', :unit, '', now())""")
                    .param("code", RegionFiles.county(i))
                    .param("unit", unit)
                    .update();
        }
        user(database, CLERK, "测量经办");
        user(database, REVIEWER, "测量复核");
        database.sql("""
                        with act as (
                            insert into enrolment.act (kind, state, summary, effective, entered_by, entered_name, handled_by,
                                handled_name, handled_at)
                            values ('import', '已办结', '测量：登记单位', '2024-01-01', 0, '', 0, '', now()) returning id)
                        insert into enrolment.employer (code, name, kind, county, registered, act_id)
                        select code, '样例单位 ' || code, '企业', county, '2020-01-01', act.id
                        from act, unnest(:codes::text[], :counties::text[]) as row (code, county)""")
                .param(
                        "codes",
                        IntStream.range(0, files.employers())
                                .mapToObj(RegionFiles::employer)
                                .toArray(String[]::new))
                .param(
                        "counties",
                        IntStream.range(0, files.employers())
                                .mapToObj(RegionFiles::county)
                                .toArray(String[]::new))
                .update();
    }

    private static void user(JdbcClient database, String name, String displayName) {
        database.sql("""
                        insert into identity.role (code, name, kind, updated_by) values (:name, :name, 'business', :name)""").param("name", name).update();
        database.sql("""
                        insert into identity.role_right (role_id, right_code)
                        select r.id, k.code from identity.role r, identity.known_right k where r.code = :name""").param("name", name).update();
        database.sql("""
                        insert into identity.user_account (user_name, display_name, unit_id, scope, password_hash,
                            password_set_at, password_temporary, updated_by)
                        select :name, :displayName, min(id), 'all', :hash, now(), false, :name from identity.unit""")
                .param("name", name)
                .param("displayName", displayName)
                .param("hash", new BCryptPasswordEncoder().encode(PASSWORD))
                .update();
        database.sql("""
                        insert into identity.user_role (user_id, role_id)
                        select u.id, r.id from identity.user_account u join identity.role r on r.code = u.user_name
                        where u.user_name = :name""").param("name", name).update();
    }
}
