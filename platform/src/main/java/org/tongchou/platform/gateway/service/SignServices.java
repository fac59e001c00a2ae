package org.tongchou.platform.gateway.service;

import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.gateway.wire.WireFault;

/** Signing in and out: 9001, 9002. One operator at several terminals has one number. */
@Component
class SignServices implements Services {
    private final JdbcClient database;

    SignServices(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of("9001", Service.asks(this::signIn), "9002", Service.asks(this::signOut));
    }

    private record Signed(String number, LocalDateTime signedAt) {}

    private Output signIn(Exchange exchange) {
        Row row = exchange.row();
        Signed signed = database.sql("""
                        insert into gateway.sign_in (number, institution, operator, mac, ip)
                        values (:institution || to_char(now(), 'YYMMDDHH24MISS') || lpad((random() * 999999)::int::text, 6, '0'),
                            :institution, :operator, :mac, :ip)
                        on conflict (institution, operator) where ended_at is null do update set mac = excluded.mac, ip = excluded.ip
                        returning number, signed_at::timestamp""")
                .param("institution", exchange.institution())
                .param("operator", row.text("opter_no"))
                .param("mac", row.text("mac"))
                .param("ip", row.text("ip"))
                .query(Signed.class)
                .single();
        return exchange.output(
                "signinoutb", Map.of("sign_time", signed.signedAt().toLocalDate(), "sign_no", signed.number()));
    }

    private Output signOut(Exchange exchange) {
        Row row = exchange.row();
        int ended = database.sql("""
                        update gateway.sign_in set ended_at = now()
                        where number = :number and institution = :institution and ended_at is null""")
                .param("number", row.text("sign_no"))
                .param("institution", exchange.institution())
                .update();
        if (ended == 0) {
            throw new WireFault("E-GWY-060", "sign_no（签到编号）的值“" + row.text("sign_no") + "”不可用，应为本机构有效的签到编号");
        }
        return exchange.output("sign_time", Map.of("sign_time", exchange.now().toLocalDate()));
    }
}
