package org.tongchou.platform.settlement.total;

/** Which settlements count between an institution and the fund. */
public final class Standing {
    /**
     * That settlement {@code s} counts: neither it nor its mirror was undone (冲正), no cancellation of it was, and what is paid of it
     * is due to the institution.
     */
    public static final String SQL = """
            s.kept <> '冲正' and not exists (
                select from settlement.settlement m where m.reverses = s.id and m.kept = '冲正')
            and not exists (select from settlement.restored r where r.original_id in (s.id, s.reverses))
            and not exists (select from settlement.due_elsewhere d where d.settlement_id = coalesce(s.reverses, s.id))""";

    private Standing() {}
}
