package org.tongchou.platform.bench.counter;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.training.HisClient;
import org.tongchou.platform.training.HisComplaint;
import org.tongchou.platform.training.HisCounter;
import org.tongchou.platform.training.HisKey;
import org.tongchou.platform.training.HisLine;
import org.tongchou.platform.training.HisPerson;
import org.tongchou.platform.training.HisSplit;
import org.tongchou.platform.training.HisVisit;

/**
 * Outpatient visits with their charges, ready to be settled: one for each scheme is made over the interface, all others are its copies
 * for other people. Settling them measures 2207 by itself; the client is a bare socket, as it runs on the same processors.
 */
final class Bills {
    private static final int LINES = 5;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Town town;
    private final URI address;
    private final List<Ready> ready;
    private final AtomicLong serial = new AtomicLong(System.currentTimeMillis() % 10_000);
    private final LongAdder refused = new LongAdder();
    private final ThreadLocal<Line> lines = ThreadLocal.withInitial(Line::new);

    private record Ready(String institution, String visit, String person, String insutype, HisSplit split) {}

    private Bills(Town town, URI address, List<Ready> ready) {
        this.town = town;
        this.address = address;
        this.ready = ready;
    }

    /** Makes some ready, spread over hospitals and people. */
    static Bills ready(Town town, String base, JdbcClient database, int count) {
        String hospital = town.hospitals().get(0);
        HisCounter counter = new HisCounter(
                new HisClient(HisLine.of(base, hospital, town.area(), HisKey.none()), Clock.systemUTC()));
        List<Ready> ready = new ArrayList<>();
        for (String insutype : List.of("310", "390")) {
            HisPerson first = town.people().stream()
                    .filter(person -> person.insutype().equals(insutype))
                    .findFirst()
                    .orElseThrow();
            HisVisit visit = counter.register(
                    first,
                    "11",
                    HisComplaint.of("J06.900", "急性上呼吸道感染"),
                    LocalDateTime.now(ZONE).minusMinutes(1).withNano(0));
            List<org.tongchou.platform.training.HisItem> items = new ArrayList<>();
            for (int i = 0; i < LINES; i++) {
                items.add(Town.item(i * 3, 20 + i * 30, 2));
            }
            HisSplit split = counter.charge(visit, 1, items);
            List<String> people = town.people().stream()
                    .filter(person -> person.insutype().equals(insutype))
                    .map(HisPerson::number)
                    .toList();
            database.sql(COPIES)
                    .param("visit", visit.number())
                    .param("people", people.toArray(String[]::new))
                    .param("hospitals", town.hospitals().toArray(String[]::new))
                    .param("count", count / 2)
                    .query(row -> {
                        ready.add(new Ready(row.getString(1), row.getString(2), row.getString(3), insutype, split));
                    });
        }
        java.util.Collections.shuffle(ready, new java.util.Random(1));
        database.sql("analyze settlement.visit, settlement.charge, settlement.diagnosis")
                .update();
        return new Bills(
                town, HisLine.of(base, hospital, town.area(), HisKey.none()).address(), ready);
    }

    private static final String COPIES = """
            with source as (select * from settlement.visit where number = :visit),
            target as (
                select n, nextval(pg_get_serial_sequence('settlement.visit', 'id')) as id,
                    (:people::text[])[1 + n % array_length(:people::text[], 1)] as person,
                    (:hospitals::text[])[1 + n % array_length(:hospitals::text[], 1)] as hospital
                from generate_series(0, :count - 1) n),
            visits as (
                insert into settlement.visit (id, number, person_id, person_number, scheme, kind, national_kind, provider,
                    provider_level, inpatient, state, place, filing, begun, disease, details)
                overriding system value
                select t.id, left(s.number, 12) || lpad(t.id::text, 9, '0'), p.id, p.number, s.scheme, s.kind, s.national_kind,
                    t.hospital, s.provider_level, s.inpatient, s.state, s.place, s.filing, s.begun, s.disease, s.details
                from source s, target t join enrolment.person p on p.number = t.person
                returning id, provider, number, person_number),
            charges as (
                insert into settlement.charge (visit_id, sn, year, batch, refunds, charged, code, own_code, name, price, pieces,
                    fen, item_code, item_class, share, price_limit, restricted, approval, charge_type, details)
                select t.id, c.sn, c.year, c.batch, c.refunds, c.charged, c.code, c.own_code, c.name, c.price, c.pieces,
                    c.fen, c.item_code, c.item_class, c.share, c.price_limit, c.restricted, c.approval, c.charge_type, c.details
                from source s join settlement.charge c on c.visit_id = s.id, target t),
            diagnoses as (
                insert into settlement.diagnosis (visit_id, at_end, sort, type, main, code, name, details)
                select t.id, d.at_end, d.sort, d.type, d.main, d.code, d.name, d.details
                from source s join settlement.diagnosis d on d.visit_id = s.id, target t)
            select provider, number, person_number from visits
            """;

    int count() {
        return ready.size();
    }

    long refused() {
        return refused.sum();
    }

    /** Settles one. */
    void settle(long number, long due, Latencies latencies) {
        Ready one = ready.get((int) number);
        LocalDateTime now = LocalDateTime.now(ZONE);
        String msgid = one.institution() + STAMP.format(now) + String.format("%04d", serial.incrementAndGet() % 10_000);
        String body = """
                {"infno":"2207","msgid":"%s","mdtrtarea_admvs":"%s","insuplc_admdvs":"%s","recer_sys_code":"MBS_LOCAL",\
                "infver":"V1.0","opter_type":"1","opter":"0001","opter_name":"样例收费员","inf_time":"%s","fixmedins_code":"%s",\
                "fixmedins_name":"样例医院","input":{"data":{"psn_no":"%s","mdtrt_cert_type":"02","mdtrt_cert_no":"1",\
                "med_type":"11","medfee_sumamt":%s,"psn_setlway":"01","mdtrt_id":"%s","chrg_bchno":"1","insutype":"%s",\
                "acct_used_flag":"1","fulamt_ownpay_amt":%s,"overlmt_selfpay":%s,"preselfpay_amt":%s,"inscp_scp_amt":%s}}}""".formatted(
                        msgid,
                        town.area(),
                        town.area(),
                        TIME.format(now),
                        one.institution(),
                        one.person(),
                        one.split().total(),
                        one.visit(),
                        one.insutype(),
                        one.split().own(),
                        one.split().over(),
                        one.split().pre(),
                        one.split().scope());
        String answer = lines.get().post(body);
        latencies.note("2207", (System.nanoTime() - due) / 1000);
        if (!answer.contains("\"infcode\":0")) {
            if (refused.sum() == 0) {
                System.out.println(answer);
            }
            refused.increment();
        }
    }

    /** One connection that is kept as long as the other side keeps it. */
    private final class Line {
        private Socket socket;
        private DataInputStream in;

        Line() {
            connect();
        }

        private void connect() {
            try {
                socket = new Socket(address.getHost(), address.getPort());
                socket.setTcpNoDelay(true);
                in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String post(String body) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            byte[] head = ("POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                            + "\r\nContent-Type: application/json;charset=utf-8\r\nContent-Length: " + bytes.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            byte[] whole = new byte[head.length + bytes.length];
            System.arraycopy(head, 0, whole, 0, head.length);
            System.arraycopy(bytes, 0, whole, head.length, bytes.length);
            try {
                socket.getOutputStream().write(whole);
                int length = -1;
                boolean last = false;
                for (String line = line(); !line.isEmpty(); line = line()) {
                    String header = line.toLowerCase(java.util.Locale.ROOT);
                    if (header.startsWith("content-length:")) {
                        length = Integer.parseInt(header.substring(15).strip());
                    }
                    last |= header.startsWith("connection:") && header.contains("close");
                }
                String answer = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                if (last) {
                    socket.close();
                    connect();
                }
                return answer;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("closed");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }
    }
}
