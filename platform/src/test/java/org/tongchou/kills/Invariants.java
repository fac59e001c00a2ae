package org.tongchou.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tongchou.platform.fund.KilledPostings;
import org.tongchou.platform.intake.batch.KilledLists;

/** What holds at every moment, whoever was killed: each query counts what breaks its rule. */
final class Invariants {
    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put("steps with some of their rows", """
                select count(*) from (select from kills.posted group by job, step having count(*) <> %d) half
                """.formatted(KilledApplication.ROWS));
        RULES.put("steps without rows", """
                select count(*) from kills.step s where not exists
                    (select from kills.posted p where p.job = s.job and p.step = s.step)
                """);
        RULES.put("finished jobs that lack steps", """
                select count(*) from job.job j where kind = '%s' and state = 'done'
                    and %d <> (select count(*) from kills.step s where s.job = j.id)
                """.formatted(KilledApplication.KIND, KilledApplication.STEPS));
        RULES.put("jobs without their submission, or the other way", """
                select count(*) from kills.submitted s
                    full join (select id from job.job where kind = '%s') j on j.id = s.job
                where s.job is null or j.id is null
                """.formatted(KilledApplication.KIND));
        RULES.put("submissions without their file", """
                select abs((select count(*) from kills.submitted)
                    - (select count(*) from file.stored where name like '凭证%'))
                """);
        RULES.put("steps without an audit entry, or the other way", """
                select abs((select count(*) from kills.step)
                    - (select count(*) from audit.entry where action = '%s'))
                """.formatted(KilledApplication.ACT));
        RULES.put("batches that are not posted wholly and once, or not at all", """
                select count(*) from accounts.import_batch b
                    left join kills.import k on k.batch = b.id
                    cross join lateral (select count(*) as rows, coalesce(sum(fen), 0) as fen
                        from accounts.entry where batch_id = b.id) e
                where case when b.state = '已入账' then (e.rows, e.fen, b.posted_rows) is distinct from (k.rows, k.fen, k.rows)
                    else k.batch is null or e.rows <> 0 end
                """);
        RULES.put("entries that are not their row of the file", """
                select count(*) from (select * from accounts.entry where book_id = (select book from kills.setting)) e
                    full join (select * from accounts.import_row where entry_id is not null) r on r.entry_id = e.id
                where r.batch_id is distinct from e.batch_id or r.fen is distinct from e.fen or r.state <> '正确'
                """);
        RULES.put("checked batches that lack rows", """
                select count(*) from accounts.import_batch b
                where b.state in ('待处理', '可入账', '入账中', '已入账') and b.correct_rows + b.wrong_rows
                    <> (select count(*) from accounts.import_row r where r.batch_id = b.id)
                """);
        RULES.put("parts of lists that are not posted wholly and once, or not at all", """
                select count(*) from (select batch_id, part, rows from intake.part
                        where batch_id in (select id from intake.batch where kind = 'test.people')) p
                    full join (select batch, part, count(*) as rows, count(distinct hash) as people
                        from public.test_people group by batch, part) t on t.batch = p.batch_id and t.part = p.part
                    full join (select batch_id, part, count(*) as rows from intake.row where state = '已入账'
                            and batch_id in (select id from intake.batch where kind = 'test.people')
                        group by batch_id, part) r on r.batch_id = p.batch_id and r.part = p.part
                where (p.rows, p.rows, p.rows) is distinct from (t.rows, t.people, r.rows)
                """);
        RULES.put("people of lists who are posted twice", """
                select count(*) - count(distinct hash) from public.test_people
                """);
        RULES.put("lists that lack rows or count them wrongly", """
                select count(*) from intake.batch b cross join lateral (select count(*) as rows,
                        count(*) filter (where state = '已入账') as posted from intake.row r where r.batch_id = b.id) r
                where r.rows <> case when b.fields = '{}' then 0 when b.kind = 'test.people' then %d else %d end
                    or r.posted <> b.posted_rows
                """.formatted(KilledLists.ROWS, KilledLists.FEW));
        RULES.put("institutions, catalogue rows or bank lines that are not those of the rows posted", """
                select count(*) from (select id, posted_rows from intake.batch where kind <> 'test.people') b
                    full join (select batch_id, count(*) as rows from (
                            select batch_id, code from provider.institution
                            union all select batch_id, serial from fund.bank_line
                            union all select v.batch_id, r.code from catalogue.draft_row r
                                join catalogue.version v on v.id = r.version_id) made
                        group by batch_id) m on m.batch_id = b.id
                where coalesce(b.posted_rows, 0) <> coalesce(m.rows, 0)
                """);
        RULES.put("batches posted without an audit entry, or the other way", """
                select abs((select count(*) from accounts.import_batch where state = '已入账')
                    - (select count(*) from audit.entry where action = 'accounts.import.post'))
                """);
        RULES.put("versions published without the library's entry with its four files, or the other way", """
                select count(*) from accounts.document_version v
                    full join disclosure.publication p on p.id = v.publication_id
                where (v.publication_id is not null or p.id is not null)
                    and (v.state is distinct from '已公开' or p.number is distinct from v.number or v.files is distinct from
                        (select jsonb_object_agg(lower(f.format), f.file_id) from disclosure.publication_file f
                            join file.stored s on s.id = f.file_id and s.sha256 = f.sha256
                        where f.publication_id = p.id having count(*) = 4))
                """);
        RULES.put("publications without an audit entry, or the other way", """
                select abs((select count(*) from disclosure.publication)
                    - (select count(*) from audit.entry where action = 'disclosure.publication.publish'))
                """);
        RULES.put("publications that stand beside another", """
                select greatest(count(*) - 1, 0) from disclosure.publication where replaced_by is null
                """);
        RULES.put("jobs that failed for another reason than having been cut off three times", """
                select count(*) from job.job where state = 'cancelled' or state = 'failed' and error_code <> 'E-JOB-002'
                """);
        RULES.put("postings of dues that lack a voucher, an entry or a credit, or have one twice", """
                select count(*) from (select id, (select count(*) from fund.voucher v where v.cause_kind = 'dues'
                        and v.cause_id like p.id || '/%%') as vouchers,
                    (select count(*) from fund.voucher v join fund.entry e on e.voucher_id = v.id
                        where v.cause_kind = 'dues' and v.cause_id like p.id || '/%%') as entries,
                    (select count(*) from fund.movement m join fund.movement_cause c on c.id = m.cause
                        where c.kind = 'dues' and m.cause_id = p.id::text) as credits from kills.posting p) run
                where (vouchers, entries, credits) is distinct from (%1$d, 2 * %1$d, %1$d)
                """.formatted(
                        KilledPostings.VOUCHERS));
        RULES.put("vouchers and credits of no posting", """
                select (select count(*) from fund.voucher v where v.cause_kind = 'dues' and not exists
                        (select from kills.posting p where p.id::text = split_part(v.cause_id, '/', 1)))
                    + (select count(*) from fund.movement m join fund.movement_cause c on c.id = m.cause
                        where c.kind = 'dues' and not exists (select from kills.posting p where p.id::text = m.cause_id))
                """);
        RULES.put("vouchers that are not balanced", """
                select count(*) from (select voucher_id from fund.entry group by voucher_id having sum(fen) <> 0) v
                """);
        RULES.put("money in the books that is not in personal accounts, or the other way", """
                select abs((select coalesce(sum(fen), 0) from fund.entry where fund = 'account' and account in ('A03', 'A05'))
                    - (select coalesce(sum(fen), 0) from fund.movement))
                """);
        RULES.put("bills that lack a voucher or a credit, have one twice, or have one before they are paid", """
                select count(*) from contribution.declaration d
                where ((select count(*) from fund.voucher v where v.cause_kind = 'bill' and v.cause_id = d.id::text),
                    (select count(*) from fund.movement m join fund.movement_cause c on c.id = m.cause
                        where c.kind = 'bill' and m.cause_id = d.id::text)) is distinct from
                    (case when d.state = '已缴清' then 5 else 0 end, case when d.state = '已缴清' then d.people else 0 end)
                """);
        RULES.put("money of employers that is neither held nor settled", """
                select abs((select coalesce(sum(fen), 0) from fund.entry where account = 'L0109')
                    + (select coalesce(sum(fen), 0) from contribution.receipt)
                    - (select coalesce(sum(unit_fen + personal_fen + fee_fen), 0) from contribution.declaration
                        where state = '已缴清'))
                """);
        RULES.put("references to files that are not stored", """
                select count(*) from (select file_id from accounts.import_upload
                    union all select file_id from accounts.import_batch
                    union all select file_id from intake.batch) r
                where not exists (select from file.stored s where s.id = r.file_id)
                """);
    }

    private Invariants() {}

    /** Checks them all. */
    static void check(Connection connection, Path files) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> rule : RULES.entrySet()) {
                try (ResultSet row = statement.executeQuery(rule.getValue())) {
                    row.next();
                    assertThat(row.getLong(1)).as(rule.getKey()).isZero();
                }
            }
            try (ResultSet row = statement.executeQuery("select distinct sha256, size from file.stored")) {
                while (row.next()) {
                    String digest = row.getString(1);
                    Path content = files.resolve(digest.substring(0, 2)).resolve(digest.substring(2));
                    assertThat(Files.size(content)).as(content.toString()).isEqualTo(row.getLong(2));
                }
            }
        }
    }
}
