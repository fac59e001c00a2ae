package org.tongchou.platform.catalogue.version;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.catalogue.kind.Kinds;

/** Compares the rows of a draft with what holds, set by set; and makes a draft hold. */
@Component
class Comparison {
    /** The rows of the draft that count, each with the row it replaces. */
    static final String MATCHED = """
            select r.*, i.id as old_id, i.name as old_name, i.ends as old_ends, i.cells as old_cells,
                coalesce(r.begins, i.begins, :effective) as starts,
                case when i.id is null then '新增'
                    when i.digest = r.digest and i.ends is not distinct from r.ends then '不变' else '变更' end as act
            from catalogue.draft_row r
            left join catalogue.item i on i.kind = :kind and i.code = r.code and i.part = r.part and i.until is null
                and case when :dated then i.begins = r.begins else i.ends is null end
            where r.version_id = :version and r.problem = ''
            """;

    /** Rows of one code that stand side by side: those of the draft, and those that hold and are not replaced. */
    private static final String PERIODS = """
            select r.line, r.code, r.part, r.begins, r.ends from catalogue.draft_row r
            where r.version_id = :version and r.problem = ''
            union all
            select 0, i.code, i.part, i.begins, i.ends from catalogue.item i
            where i.kind = :kind and i.until is null and not :complete
                and exists (select from catalogue.draft_row r where r.version_id = :version and r.problem = ''
                    and r.code = i.code and r.part = i.part)
                and not exists (select from catalogue.draft_row r where r.version_id = :version and r.problem = ''
                    and r.code = i.code and r.part = i.part and r.begins = i.begins)
            """;

    private final JdbcClient database;

    Comparison(JdbcClient database) {
        this.database = database;
    }

    /**
     * How many rows of a draft do what.
     *
     * @param added items that are new
     * @param changed items of which something else is said
     * @param unchanged rows that say the same
     * @param ended items that end
     * @param wrong rows left out because they contradict others
     * @param gaps rows followed by days on which the item does not hold
     */
    record Counts(int added, int changed, int unchanged, int ended, int wrong, int gaps) {}

    /** Looks for rows that contradict each other, finds what will end, and counts. */
    Counts compare(Version version) {
        sql(
                        "update catalogue.draft_row set problem = '', warning = '' where version_id = :version"
                                + " and (problem <> '' or warning <> '')",
                        version)
                .update();
        twice(version);
        if (Kinds.get(version.kind()).dated()) {
            overlaps(version);
            succession(version);
        }
        endings(version);
        return sql(
                        "select count(*) filter (where act = '新增') as added, count(*) filter (where act = '变更') as changed,"
                                + " count(*) filter (where act = '不变') as unchanged,"
                                + " (select count(*) from catalogue.draft_ending where version_id = :version) as ended,"
                                + " (select count(*) from catalogue.draft_row where version_id = :version and problem <> '') as wrong,"
                                + " (select count(*) from catalogue.draft_row where version_id = :version and warning <> '') as gaps"
                                + " from (" + MATCHED + ") m",
                        version)
                .query(Counts.class)
                .single();
    }

    /** The same code, part and first day twice: the later row is left out. */
    private void twice(Version version) {
        sql("""
                update catalogue.draft_row r set problem = '同一编码' || case when t.begins is null then '' else '、同一开始日期' end
                    || '在第 ' || t.first || ' 行已经出现'
                from (select line, begins, first_value(line) over w as first, row_number() over w as at
                    from catalogue.draft_row where version_id = :version
                    window w as (partition by code, part, begins order by line)) t
                where r.version_id = :version and r.line = t.line and t.at > 1
                """, version).update();
    }

    /** Two periods of an item share days although the earlier one says when it ends: the later row is left out. */
    private void overlaps(Version version) {
        sql("""
                update catalogue.draft_row r set problem = '与开始于 ' || o.before || ' 的时段重叠（其结束日期 ' || o.last || '）'
                from (select line, begins, last, before from (
                        select line, begins,
                            max(ends) over w as last, lag(begins) over (partition by code, part order by begins) as before
                        from (""" + PERIODS + """
                            ) p
                        window w as (partition by code, part order by begins
                            rows between unbounded preceding and 1 preceding)) q
                    where last >= begins and line > 0) o
                where r.version_id = :version and r.line = o.line
                """, version).update();
        sql("""
                update catalogue.draft_row r set problem = '与已发布的开始于 ' || i.begins || ' 的时段重叠'
                from catalogue.item i
                where not :complete and r.version_id = :version and r.problem = '' and r.ends is not null
                    and i.kind = :kind and i.code = r.code and i.part = r.part and i.until is null
                    and i.begins > r.begins and i.begins <= r.ends
                """, version).update();
    }

    /** A period that stays open ends with the day before the next; days between two periods are told. */
    private void succession(Version version) {
        sql("""
                update catalogue.draft_row r
                set ends = case when r.ends is null then n.next - 1 else r.ends end,
                    warning = case when r.ends < n.next - 1 then '至下一时段 ' || n.next || ' 之间有空档' else '' end
                from (select line, ends, next from (
                        select line, ends, lead(begins) over (partition by code, part order by begins) as next
                        from (""" + PERIODS + """
                            ) p) q
                    where line > 0 and next is not null and (ends is null or ends < next - 1)) n
                where r.version_id = :version and r.line = n.line
                """, version).update();
    }

    /** What holds now and will hold no longer, or end earlier. */
    private void endings(Version version) {
        sql("delete from catalogue.draft_ending where version_id = :version", version)
                .update();
        if (Kinds.get(version.kind()).dated()) {
            sql("""
                    insert into catalogue.draft_ending (version_id, item_id, ends)
                    select :version, id, case when covered or last < begins then null else last end
                    from (
                        select i.id, i.begins, i.ends, coalesce(n.covered, false) as covered,
                            least(i.ends, n.next - 1,
                                case when :complete and (i.ends is null or i.ends >= :effective) then :effective - 1 end) as last
                        from catalogue.item i
                        left join lateral (
                            select min(r.begins) filter (where r.begins > i.begins) as next,
                                bool_or(r.begins <= i.begins and (r.ends is null or r.ends >= i.begins)) as covered
                            from catalogue.draft_row r
                            where r.version_id = :version and r.problem = '' and r.code = i.code and r.part = i.part
                        ) n on true
                        where i.kind = :kind and i.until is null
                            and (:complete or exists (select from catalogue.draft_row r
                                where r.version_id = :version and r.problem = '' and r.code = i.code and r.part = i.part))
                            and not exists (select from catalogue.draft_row r where r.version_id = :version and r.problem = ''
                                and r.code = i.code and r.part = i.part and r.begins = i.begins)
                    ) e
                    where covered or last is distinct from ends
                    """, version).update();
        } else if (version.complete()) {
            sql("""
                    insert into catalogue.draft_ending (version_id, item_id, ends)
                    select :version, i.id, case when i.begins < :effective then :effective - 1 end
                    from catalogue.item i
                    where i.kind = :kind and i.until is null and i.ends is null
                        and not exists (select from catalogue.draft_row r where r.version_id = :version and r.problem = ''
                            and r.code = i.code and r.part = i.part)
                    """, version).update();
        }
    }

    /** Makes the draft hold as the version of this number. */
    void release(Version version, int number) {
        sql(
                        "create temporary table released on commit drop as select * from (" + MATCHED
                                + ") m where act <> '不变'",
                        version)
                .update();
        sql("update catalogue.item i set until = :number from released r where i.id = r.old_id", version)
                .param("number", number)
                .update();
        sql("""
                with gone as (
                    update catalogue.item i set until = :number from catalogue.draft_ending e
                    where e.version_id = :version and e.item_id = i.id
                    returning i.kind, i.code, i.part, i.name, i.begins, e.ends, i.valid, i.digest, i.cells
                )
                insert into catalogue.item (kind, code, part, name, begins, ends, valid, digest, cells, since)
                select kind, code, part, name, begins, ends, valid, digest, cells, :number from gone where ends is not null
                """, version).param("number", number).update();
        sql("""
                insert into catalogue.item (kind, code, part, name, begins, ends, valid, digest, cells, since)
                select :kind, code, part, name, starts, ends, valid, digest, cells, :number from released
                """, version).param("number", number).update();
        sql("drop table released", version).update();
        sql("delete from catalogue.draft_ending where version_id = :version", version)
                .update();
        sql("delete from catalogue.draft_row where version_id = :version and problem = '' and warning = ''", version)
                .update();
    }

    private JdbcClient.StatementSpec sql(String sql, Version version) {
        return bind(database.sql(sql), version, null);
    }

    /** The parameters of {@link #MATCHED}. */
    static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, Version version, @Nullable Map<String, ?> more) {
        JdbcClient.StatementSpec bound = statement
                .param("version", version.id())
                .param("kind", version.kind())
                .param("effective", version.effective())
                .param("complete", version.complete())
                .param("dated", Kinds.get(version.kind()).dated());
        return more == null ? bound : bound.params(more);
    }
}
