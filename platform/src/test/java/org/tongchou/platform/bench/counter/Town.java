package org.tongchou.platform.bench.counter;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.training.HisItem;
import org.tongchou.platform.training.HisPerson;

/**
 * A synthetic region with hospitals and pharmacies that have access, and people who are covered today.
 *
 * @param hospitals codes
 * @param pharmacies codes
 * @param people people
 * @param chronic of them, those who have a special disease on file
 * @param area code of the region
 */
record Town(
        List<String> hospitals, List<String> pharmacies, List<HisPerson> people, List<HisPerson> chronic, String area) {
    /** The special disease, as a word of the demonstration's pack. */
    static final String DISEASE = "高血压";

    private static final int LARGEST_MADE = 10_000;
    private static final int MOST_CHOSEN = 200_000;

    /** Makes the region in an empty data directory, as people do; of more than 10,000 people the rest are copies. */
    static void make(Path data, int people) throws IOException, InterruptedException {
        Process process = Java.run(
                        List.of("-Xmx1500m"),
                        "org.tongchou.platform.Main",
                        "region",
                        "create",
                        "--data",
                        data.toString(),
                        "--people",
                        Integer.toString(Math.min(people, LARGEST_MADE)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("region.log").toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("region create: " + process.exitValue());
        }
    }

    /** Adds copies of the people until there are as many as wanted. */
    static void multiply(JdbcClient database, int people) {
        long there = database.sql("select count(*) from enrolment.person")
                .query(Long.class)
                .single();
        long most = database.sql("select max(id) from enrolment.person")
                .query(Long.class)
                .single();
        int copies = (int) ((people + there - 1) / there) - 1;
        if (copies <= 0) {
            return;
        }
        Multiplying.of(database, most, copies);
    }

    /** Gives access to everybody and finds people who are covered. */
    static Town open(JdbcClient database) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String area = database.sql("select value from (select pack as value from sample.region) p")
                .query(String.class)
                .single();
        database.sql("""
                        insert into gateway.access (institution, style, addresses, changed_by, changed_name)
                        select f.institution, 'none', '{127.0.0.1}', 0, '测量'
                        from provider.in_force(:day) f on conflict do nothing""").param("day", today).update();
        List<String> open = database.sql("select institution from gateway.access where open order by 1")
                .query(String.class)
                .list();
        List<HisPerson> people = new ArrayList<>();
        database.sql("""
                        select number, scheme, id from (
                            select p.id, p.number, e.scheme from enrolment.person p
                                join enrolment.enrolment e on e.person_id = p.id and not e.cancelled
                            where not p.cancelled and p.died is null and p.merged_into is null and e.from_day <= :day::date - 365
                                and (e.to_day is null or e.to_day >= :day) and case e.scheme
                                    when 'resident' then exists (select from contribution.due d where d.person_id = p.id
                                        and d.scheme = 'resident' and d.state = '已缴' and :day between d.from_day and d.to_day)
                                    when 'employee' then exists (select from contribution.declaration_line l
                                        join contribution.declaration d on d.id = l.declaration_id and d.state = '已缴清'
                                        where l.person_id = p.id and d.month = date_trunc('month', :day::date - 31)::date)
                                    else false end) covered
                        order by hashint8(id), id limit :most""").param("day", today).param("most", MOST_CHOSEN).query(row -> {
            people.add(new HisPerson(
                    row.getString(1),
                    "",
                    "1",
                    row.getString(2).equals("employee") ? "310" : "390",
                    area,
                    BigDecimal.ZERO));
        });
        List<HisPerson> chronic = people.subList(0, people.size() / 10);
        database.sql("""
                        insert into settlement.filing (number, person_id, kind, word, code, provider, begins, state, message)
                        select 'BENCH' || id, id, '慢特病', :word, '', '', :day::date - 30, '有效', 'BENCH'
                        from enrolment.person where number = any(:numbers) on conflict do nothing""")
                .param("word", DISEASE)
                .param("day", today)
                .param("numbers", chronic.stream().map(HisPerson::number).toArray(String[]::new))
                .update();
        return new Town(
                open.stream().filter(code -> code.startsWith("H")).toList(),
                open.stream().filter(code -> code.startsWith("P")).toList(),
                List.copyOf(people),
                List.copyOf(chronic),
                area);
    }

    /** Something of the sample's catalogue. */
    static HisItem item(int number, int yuan, int pieces) {
        return new HisItem(
                String.format("XA02BCA1%02dA001010110%03d", number % 30, number % 30),
                "样例",
                BigDecimal.valueOf(yuan),
                BigDecimal.valueOf(pieces));
    }
}
