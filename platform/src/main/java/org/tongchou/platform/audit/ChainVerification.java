package org.tongchou.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.database.Verification;

/** Computes the whole chain again and names the first bad place. Reads by cursor; memory does not grow with the log. */
@Component
class ChainVerification implements Verification {
    private static final int FETCH = 2000;

    private static final String CHAIN = "select l.position, l.entry_id, l.hash, e.id as found, " + Seal.FIELDS
            + " from audit.link l left join audit.entry e on e.id = l.entry_id order by l.position";

    private static final String STRAY = """
            select e.id from audit.entry e where not exists (select from audit.link l where l.entry_id = e.id)
                and not exists (select from audit.unsealed q where q.entry_id = e.id)
            order by e.id limit 1""";

    private static final String LOST = """
            select q.entry_id from audit.unsealed q
            where not exists (select from audit.entry e where e.id = q.entry_id)
            order by q.entry_id limit 1""";

    private final JdbcTemplate template;
    private final Anchor anchor;

    ChainVerification(DataSource database, Anchor anchor) {
        this.template = new JdbcTemplate(database);
        this.template.setFetchSize(FETCH);
        this.anchor = anchor;
    }

    @Override
    public String name() {
        return "审计日志哈希链";
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<String> problems() {
        return verify().problems();
    }

    /** Verifies everything within one snapshot. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Result verify() {
        Optional<Anchor.Note> noted = anchor.read();
        Walk walk = new Walk();
        Boolean whole = template.query(CHAIN, rows -> {
            while (rows.next()) {
                if (!walk.step(rows, noted)) {
                    return false;
                }
            }
            return true;
        });
        if (Boolean.TRUE.equals(whole)) {
            noted.ifPresent(walk::end);
            first(STRAY).ifPresent(id -> walk.problems.add("记录 " + id + " 没有封入哈希链：是绕过系统插入的"));
            first(LOST).ifPresent(id -> walk.problems.add("记录 " + id + " 在封入哈希链之前被删除"));
        }
        return new Result(walk.position, HexFormat.of().formatHex(walk.hash), noted.isPresent(), walk.problems);
    }

    private Optional<Long> first(String sql) {
        return template.queryForList(sql, Long.class).stream().findFirst();
    }

    /** One walk along the chain. */
    private static final class Walk {
        private final List<String> problems = new ArrayList<>();
        private long position;
        private byte[] hash = Seal.START;
        private boolean passedNote;

        /** Takes the next link; false when it is bad. */
        boolean step(ResultSet row, Optional<Anchor.Note> noted) throws SQLException {
            long here = row.getLong("position");
            long entry = row.getLong("entry_id");
            if (here != position + 1) {
                return bad("哈希链缺第 " + (position + 1) + " 环：其后的记录被删除或次序被改动");
            }
            if (row.getObject("found") == null) {
                return bad("第 " + here + " 环的记录 " + entry + " 被删除");
            }
            byte[] computed = Seal.hash(hash, here, row);
            if (!Arrays.equals(computed, row.getBytes("hash"))) {
                return bad("第 " + here + " 环的记录 " + entry + " 与封存时不一致：内容被修改或次序被改动");
            }
            position = here;
            hash = computed;
            if (noted.isPresent() && noted.get().position() == here) {
                passedNote = true;
                if (!noted.get().hash().equals(HexFormat.of().formatHex(computed))) {
                    return bad("第 " + here + " 环与库外留存的锚点不一致：整条链被重新计算过");
                }
            }
            return true;
        }

        /** The noted link must have been there. */
        void end(Anchor.Note noted) {
            if (!passedNote) {
                problems.add("链到第 " + position + " 环为止，而库外留存的锚点是第 " + noted.position() + " 环：末尾的记录被删除");
            }
        }

        private boolean bad(String sentence) {
            problems.add(sentence);
            return false;
        }
    }

    /**
     * What was found.
     *
     * @param verified links that are good, counted from the first
     * @param head hash of the last good link; write it down elsewhere to compare later
     * @param anchored whether it was compared with the note outside of the database
     * @param problems what is wrong; empty when all is well
     */
    record Result(long verified, String head, boolean anchored, List<String> problems) {
        Result {
            problems = List.copyOf(problems);
        }
    }
}
