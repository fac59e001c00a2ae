package org.tongchou.platform.gateway.message;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.database.Facing;
import org.tongchou.platform.database.Problems;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.settlement.Effects;
import org.tongchou.platform.settlement.Effects.Effect;

/** Answers against settlements: what was answered stands, once; what was undone does not; nothing stands that was not answered. */
@Component
class CallVerification implements Verification {
    private static final int FETCH = 2_000;
    private static final String ANSWERED = """
            select institution, msgid, transaction = '2601' as undoing, answer = '' as undone,
                coalesce(nullif(answer, '')::jsonb #>> '{output,setlinfo,setl_id}', '') as number
            from gateway.call where transaction ~ '^(2102|2103|2207|2208|2304|2305|2601)'
            order by institution collate "C", msgid collate "C"
            """;

    private final JdbcClient streaming;
    private final TransactionTemplate transaction;
    private final Effects effects;

    CallVerification(DataSource source, PlatformTransactionManager transactions, Effects effects) {
        JdbcTemplate template = new JdbcTemplate(source);
        template.setFetchSize(FETCH);
        this.streaming = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.effects = effects;
    }

    private record Key(String institution, String msgid) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::institution).thenComparing(Key::msgid);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Answered(String institution, String msgid, boolean undoing, boolean undone, String number) {}

    @Override
    public String name() {
        return "接口报文与结算";
    }

    @Override
    public List<String> problems() {
        Problems problems = new Problems();
        transaction.executeWithoutResult(status -> {
            Set<String> ours = new TreeSet<>(streaming
                    .sql("select institution from gateway.access")
                    .query(String.class)
                    .list());
            try (Stream<Answered> answered = streaming.sql(ANSWERED).query(Answered.class).stream();
                    Stream<Effect> done = effects.all()) {
                Facing.walk(
                        answered.iterator(),
                        call -> new Key(call.institution(), call.msgid()),
                        done.filter(effect -> ours.contains(effect.provider())
                                        && effect.message().startsWith(effect.provider()))
                                .iterator(),
                        effect -> new Key(effect.provider(), effect.message()),
                        (call, effect) -> compare(call, effect, problems));
            }
        });
        return problems.told();
    }

    private static void compare(@Nullable Answered call, @Nullable Effect effect, Problems problems) {
        if (call == null && effect != null) {
            problems.add("有结算，却没有答复过的报文", effect.number());
        } else if (call != null && call.undoing()) {
            if (effect != null && !effect.kept().equals("冲正")) {
                problems.add("冲正报文办成了别的业务", call.msgid() + " " + effect.number());
            }
        } else if (call != null && call.undone()) {
            if (effect != null && effect.stands()) {
                problems.add("报文已冲正，结算仍然有效", call.msgid() + " " + effect.number());
            }
        } else if (call != null && effect == null) {
            problems.add("报文已答复，却没有结算", call.msgid() + " " + call.number());
        } else if (call != null && effect != null && !call.number().equals(effect.number())) {
            problems.add("答复的结算ID与结算不符", call.msgid() + " " + call.number() + " " + effect.number());
        }
    }
}
