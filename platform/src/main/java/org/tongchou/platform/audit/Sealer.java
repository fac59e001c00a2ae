package org.tongchou.platform.audit;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts committed entries into the chain, in batches, one sealer at a time. */
@Component
class Sealer {
    /** Most entries that are sealed at once. */
    static final int BATCH = 1000;

    private static final long LOCK = 0x5EA1;

    private final JdbcClient database;
    private final Anchor anchor;

    Sealer(JdbcClient database, Anchor anchor) {
        this.database = database;
        this.anchor = anchor;
    }

    /**
     * Seals what is committed and not sealed yet.
     *
     * @return how many entries were sealed; a full batch means that more may wait
     */
    @Transactional
    int seal() {
        if (!database.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single()) {
            return 0;
        }
        Link head = head().orElse(new Link(0, 0, Seal.START));
        Link[] last = {head};
        List<Link> links = database.sql("select " + Seal.FIELDS
                        + " from audit.unsealed q join audit.entry e on e.id = q.entry_id order by e.id limit " + BATCH)
                .query((row, number) -> {
                    long position = last[0].position() + 1;
                    last[0] = new Link(position, row.getLong("f1"), Seal.hash(last[0].hash(), position, row));
                    return last[0];
                })
                .list();
        if (links.isEmpty()) {
            return 0;
        }
        database.sql("""
                        insert into audit.link (position, entry_id, hash)
                        select * from unnest(:positions::bigint[], :entries::bigint[], :hashes::bytea[])""")
                .param("positions", links.stream().map(Link::position).toArray(Long[]::new))
                .param("entries", links.stream().map(Link::entryId).toArray(Long[]::new))
                .param("hashes", links.stream().map(Link::hash).toArray(byte[][]::new))
                .update();
        database.sql("delete from audit.unsealed where entry_id = any(:entries)")
                .param("entries", links.stream().map(Link::entryId).toArray(Long[]::new))
                .update();
        anchor.write(last[0].position(), last[0].hash());
        return links.size();
    }

    /** The last link. */
    Optional<Link> head() {
        return database.sql("select position, entry_id, hash from audit.link order by position desc limit 1")
                .query((row, number) ->
                        new Link(row.getLong("position"), row.getLong("entry_id"), row.getBytes("hash")))
                .optional();
    }

    /** A link of the chain. */
    @SuppressWarnings("ArrayRecordComponent")
    record Link(long position, long entryId, byte[] hash) {
        String hex() {
            return HexFormat.of().formatHex(hash);
        }
    }
}
