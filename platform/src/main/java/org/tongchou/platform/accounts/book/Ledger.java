package org.tongchou.platform.accounts.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/**
 * Posts and reverses entries. An entry in the book never changes: a mistake is reversed by its mirror image and posted
 * again. Posting holds the book for sharing, so that freezing a version sees all of a posting or nothing.
 */
@Service
public class Ledger {
    private static final int ROWS_PER_STATEMENT = 20_000;
    private static final int LONGEST_REASON = 500;

    private final JdbcClient database;
    private final Books books;
    private final Subjects subjects;
    private final AuditLog audit;

    Ledger(JdbcClient database, Books books, Subjects subjects, AuditLog audit) {
        this.database = database;
        this.books = books;
        this.subjects = subjects;
        this.audit = audit;
    }

    /** The rules that entries of a book must keep, for checking before posting. */
    public EntryRules rules(Actor actor, long bookId) {
        return rules(actor, books.get(actor, bookId));
    }

    private EntryRules rules(Actor actor, Book book) {
        Map<Long, Long> unitByProject = new HashMap<>();
        database.sql("select id, unit_id from accounts.project where book_id = :book and active")
                .param("book", book.id())
                .query(row -> {
                    unitByProject.put(row.getLong(1), row.getLong(2));
                });
        return new EntryRules(book.year(), books.unitsInScope(actor, book), unitByProject, subjects);
    }

    /** Posts entries that belong to no batch; see {@link #post(Actor, long, List, Long)}. */
    public Posting post(Actor actor, long bookId, List<NewEntry> entries) {
        return post(actor, bookId, entries, null);
    }

    /**
     * Posts all entries, or none when any of them breaks a rule.
     *
     * @param batchId the batch they were imported with; null when there is none
     * @throws Refusal when the book is closed or not within the scope
     */
    @Transactional
    public Posting post(Actor actor, long bookId, List<NewEntry> entries, @Nullable Long batchId) {
        Book book = books.lockOpen(actor, bookId);
        EntryRules rules = rules(actor, book);
        List<EntryProblem> problems = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            problems.addAll(rules.check(i, entries.get(i)));
        }
        if (!problems.isEmpty() || entries.isEmpty()) {
            return new Posting(List.of(), problems);
        }
        List<Long> ids = new ArrayList<>(entries.size());
        for (int from = 0; from < entries.size(); from += ROWS_PER_STATEMENT) {
            int to = Math.min(entries.size(), from + ROWS_PER_STATEMENT);
            ids.addAll(insert(actor, book, entries.subList(from, to), batchId));
        }
        recordPosting(actor, ids, entries, batchId);
        return new Posting(ids, List.of());
    }

    /**
     * Posts one entry that was typed in.
     *
     * @return its id
     * @throws Refusal naming the first field that breaks a rule
     */
    @Transactional
    public long postOne(Actor actor, long bookId, NewEntry entry) {
        Posting posting = post(actor, bookId, List.of(entry));
        if (!posting.posted()) {
            EntryProblem problem = posting.problems().get(0);
            throw Refusal.field(problem.code(), problem.field(), problem.value(), problem.expected());
        }
        return posting.ids().get(0);
    }

    private List<Long> insert(Actor actor, Book book, List<NewEntry> entries, @Nullable Long batchId) {
        return database.sql("""
                        insert into accounts.entry (year, book_id, unit_id, kind, entry_date, voucher_no, summary, counterparty,
                            project_id, functional_code, economic_code, fund, nature, fen, batch_id, created_by, created_name)
                        select :year, :book, unit_id, kind, entry_date, voucher_no, summary, counterparty,
                            project_id, functional_code, economic_code, fund, nature, fen, :batch::bigint, :who, :whoName
                        from unnest(:units, :kinds, :dates, :vouchers, :summaries, :counterparties,
                            :projects, :functional, :economic, :funds, :natures, :fen)
                            as t (unit_id, kind, entry_date, voucher_no, summary, counterparty,
                            project_id, functional_code, economic_code, fund, nature, fen)
                        returning id
                        """)
                .param("year", book.year())
                .param("book", book.id())
                .param("batch", batchId)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("units", column("bigint", entries, NewEntry::unitId))
                .param("kinds", column("text", entries, entry -> entry.kind().code()))
                .param("dates", column("date", entries, NewEntry::date))
                .param("vouchers", column("text", entries, NewEntry::voucherNo))
                .param("summaries", column("text", entries, NewEntry::summary))
                .param("counterparties", column("text", entries, NewEntry::counterparty))
                .param("projects", column("bigint", entries, NewEntry::projectId))
                .param("functional", column("text", entries, NewEntry::functionalCode))
                .param("economic", column("text", entries, NewEntry::economicCode))
                .param("funds", column("text", entries, NewEntry::fund))
                .param("natures", column("text", entries, NewEntry::nature))
                .param("fen", column("bigint", entries, NewEntry::fen))
                .query(Long.class)
                .list();
    }

    private static SqlArrayValue column(
            String type, List<NewEntry> entries, Function<NewEntry, @Nullable Object> value) {
        return new SqlArrayValue(type, entries.stream().map(value).toArray());
    }

    private void recordPosting(Actor actor, List<Long> ids, List<NewEntry> entries, @Nullable Long batchId) {
        Map<String, Long> sums = new HashMap<>();
        entries.forEach(entry -> sums.merge(entry.kind().code(), entry.fen(), Long::sum));
        long first = ids.get(0);
        String what = entries.size() == 1
                ? entries.get(0).kind().printed() + " "
                        + Money.ofFen(entries.get(0).fen())
                : entries.size() + " 笔明细";
        Map<String, Object> after =
                new HashMap<>(Map.of("entries", entries.size(), "firstId", first, "fenByKind", sums));
        if (batchId != null) {
            after.put("batchId", batchId);
        }
        audit.record(actor, "accounts.entry.post", "accounts.entry", Long.toString(first), "登记" + what, null, after);
    }

    /**
     * Reverses one entry by its mirror image on the same day, so that every sum is what it was without it.
     *
     * @return id of the mirror entry
     */
    @Transactional
    public long reverse(Actor actor, long entryId, String reason) {
        String why = reason(reason);
        Original original = database.sql("select book_id, unit_id, reverses, fen from accounts.entry where id = :id")
                .param("id", entryId)
                .query(Original.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这笔明细"));
        Book book = books.lockOpen(actor, original.bookId());
        actor.mustSee(original.unitId());
        if (original.reverses() != null) {
            throw Refusal.conflict("E-BKS-121", "冲销记录不能再冲销；需要恢复时请重新登记");
        }
        try {
            long id = mirror(actor, book, why, "and e.id = :given", entryId).get(0);
            audit.record(
                    actor,
                    "accounts.entry.reverse",
                    "accounts.entry",
                    Long.toString(entryId),
                    "冲销明细 " + entryId + "（" + Money.ofFen(original.fen()) + "）",
                    null,
                    Map.of("mirrorId", id, "reason", why));
            return id;
        } catch (DuplicateKeyException | IndexOutOfBoundsException e) {
            throw Refusal.conflict("E-BKS-122", "这笔明细已经冲销过，不能重复冲销");
        }
    }

    /**
     * Reverses all entries of a batch that are not reversed yet.
     *
     * @return how many were reversed
     */
    @Transactional
    public int reverseBatch(Actor actor, long bookId, long batchId, String reason) {
        String why = reason(reason);
        Book book = books.lockOpen(actor, bookId);
        List<Long> units = database.sql(
                        "select distinct unit_id from accounts.entry where book_id = :book and batch_id = :batch")
                .param("book", bookId)
                .param("batch", batchId)
                .query(Long.class)
                .list();
        if (units.isEmpty()) {
            throw Refusal.notFound("这个批次的明细");
        }
        units.forEach(actor::mustSee);
        try {
            int reversed =
                    mirror(actor, book, why, "and e.batch_id = :given", batchId).size();
            if (reversed == 0) {
                throw Refusal.conflict("E-BKS-123", "这个批次的明细已经全部冲销");
            }
            audit.record(
                    actor,
                    "accounts.batch.reverse",
                    "accounts.batch",
                    Long.toString(batchId),
                    "冲销批次 " + batchId + " 的 " + reversed + " 笔明细",
                    null,
                    Map.of("entries", reversed, "reason", why));
            return reversed;
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("E-BKS-124", "他人正在冲销同一批次的明细，本次没有冲销；请刷新后重试");
        }
    }

    private List<Long> mirror(Actor actor, Book book, String reason, String which, long given) {
        return database.sql("""
                        insert into accounts.entry (year, book_id, unit_id, kind, entry_date, voucher_no, summary, counterparty,
                            project_id, functional_code, economic_code, fund, nature, fen, reverses, created_by, created_name)
                        select e.year, e.book_id, e.unit_id, e.kind, e.entry_date, e.voucher_no, :reason, e.counterparty,
                            e.project_id, e.functional_code, e.economic_code, e.fund, e.nature, -e.fen, e.id, :who, :whoName
                        from accounts.entry e
                        where e.year = :year and e.book_id = :book and e.reverses is null
                            and not exists (select from accounts.entry m where m.year = e.year and m.reverses = e.id)
                        """ + which + " order by e.id returning id")
                .param("year", book.year())
                .param("book", book.id())
                .param("reason", "冲销：" + reason)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("given", given)
                .query(Long.class)
                .list();
    }

    private static String reason(String reason) {
        String stripped = reason.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_REASON) {
            throw Refusal.field("E-BKS-120", "冲销原因", stripped, "不超过 " + LONGEST_REASON + " 个字的说明");
        }
        return stripped;
    }

    private record Original(
            long bookId, long unitId, @Nullable Long reverses, long fen) {}
}
