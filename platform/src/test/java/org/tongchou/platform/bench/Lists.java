package org.tongchou.platform.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of lists, each asked for many times with other words, over HTTP by somebody who is signed in. */
final class Lists {
    private static final int TIMES = Integer.getInteger("tongchou.requests", 60);

    private final Client client;
    private final long people;
    private final List<String> numbers;
    private final List<Long> employers;
    private final List<Long> persons;

    Lists(Client client, JdbcClient database) {
        this.client = client;
        this.people = database.sql("select count(*) from enrolment.person")
                .query(Long.class)
                .single();
        this.numbers = database.sql(
                        "select number from enrolment.person where id % :every = 0 order by id limit :times")
                .param("every", Math.max(1, people / TIMES))
                .param("times", TIMES)
                .query(String.class)
                .list();
        this.employers = database.sql("select id from enrolment.employer order by id limit :times")
                .param("times", TIMES)
                .query(Long.class)
                .list();
        this.persons = database.sql("select person from fund.personal_account order by person limit :times")
                .param("times", TIMES)
                .query(Long.class)
                .list();
        database.sql("analyze").update();
        client.get("/api/session");
    }

    private static <T> T at(List<T> all, int i) {
        return all.get(i % all.size());
    }

    void measure() {
        Map<String, IntFunction<Runnable>> lists = new LinkedHashMap<>();
        lists.put("人员：不加条件，第 1 页", i -> people("?size=20", Map.of()));
        lists.put("人员：不加条件，随机深页", i -> people("?size=20&page=" + deep(i), Map.of()));
        lists.put("人员：按姓名", i -> people("?size=20", Map.of("text", RegionFiles.name(i * 31))));
        lists.put("人员：按姓名开头（样）", i -> people("?size=20", Map.of("text", "样")));
        lists.put("人员：按人员编号", i -> people("?size=20", Map.of("text", at(numbers, i))));
        lists.put("人员：按证件号码", i -> people("?size=20", Map.of("text", RegionFiles.number(i * 10))));
        lists.put(
                "人员：按掩码证件号码",
                i -> people(
                        "?size=20", Map.of("text", RegionFiles.number(i * 10).replaceAll("(.{6}).{8}", "$1********"))));
        lists.put("人员：按区县", i -> people("?size=20", Map.of("county", RegionFiles.county(i))));
        lists.put("人员：按险种", i -> people("?size=20", Map.of("scheme", "employee")));
        lists.put("人员：未参保", i -> people("?size=20", Map.of("scheme", "none")));
        lists.put(
                "人员：按区县和险种，随机深页",
                i -> people(
                        "?size=20&page=" + (1 + deep(i) / 20),
                        Map.of("county", RegionFiles.county(i), "scheme", "resident")));
        lists.put("人员：按单位", i -> people("?size=20", Map.of("employerId", at(employers, i))));
        lists.put("人员：按姓名排序", i -> people("?size=20&sort=name", Map.of()));
        lists.put("人员：按编号倒序", i -> people("?size=20&sort=-number", Map.of()));
        lists.put("人员：按出生日期排序", i -> people("?size=20&sort=born", Map.of()));
        lists.put("人员：按区县、按出生日期排序", i -> people("?size=20&sort=-born", Map.of("county", RegionFiles.county(i))));
        lists.put("单位：第 1 页", i -> get("/api/enrolment/employers?size=20"));
        lists.put("单位：按名称", i -> get("/api/enrolment/employers?size=20&text=MB00000" + i % 10));
        lists.put("单位：按人数排序", i -> get("/api/enrolment/employers?size=20&sort=-people"));
        lists.put("申报：第 1 页", i -> get("/api/contribution/declarations?size=20"));
        lists.put(
                "申报：按月份和状态，深页",
                i -> get("/api/contribution/declarations?size=20&month=2025-06&state=%E5%B7%B2%E7%BC%B4%E6%B8%85&page="
                        + (1 + i)));
        lists.put("申报：按应缴排序", i -> get("/api/contribution/declarations?size=20&sort=-unitFen"));
        lists.put("到账：第 1 页", i -> get("/api/contribution/receipts?size=20"));
        lists.put("欠费：第 1 页", i -> get("/api/contribution/arrears?size=20"));
        lists.put("凭证：第 1 页", i -> get("/api/fund/vouchers?size=20"));
        lists.put("凭证：按基金，深页", i -> get("/api/fund/vouchers?size=20&fund=employee&page=" + (1 + i * 7)));
        lists.put("科目余额", i -> get("/api/fund/balances?fund=employee&from=2025-01-01&to=2025-12-31"));
        lists.put("个人账户：第 1 页", i -> get("/api/fund/personal-accounts?size=20&day=2025-12-31"));
        lists.put("个人账户：合计", i -> get("/api/fund/personal-accounts/totals?day=2025-12-31"));
        lists.put("个人账户：一人的变动", i -> get("/api/fund/personal-accounts/" + at(persons, i) + "/movements"));
        lists.put("导入批次：第 1 页", i -> get("/api/intake/batches?size=20"));
        lists.put("导入批次：有误的行", i -> get("/api/intake/batches/1/rows?size=20&state=%E6%9C%89%E8%AF%AF&page=" + (1 + i)));
        lists.put("导入批次：各类问题", i -> get("/api/intake/batches/1/problems"));
        System.out.printf("列表（HTTP，各 %d 次，毫秒）：中位数 / P95 / 最长%n", TIMES);
        lists.forEach(this::measure);
    }

    /** A page out of all that can be paged to: no more than ten thousand people are counted. */
    private int deep(int i) {
        return 1 + (int) (i * 7919L % Math.max(1, Math.min(people, 10_000) / 20));
    }

    private Runnable people(String query, Map<String, ?> search) {
        return () -> client.sent("/api/enrolment/persons/search" + query, search);
    }

    private Runnable get(String path) {
        return () -> client.get(path);
    }

    private void measure(String what, IntFunction<Runnable> ask) {
        ask.apply(0).run();
        List<Long> times = new ArrayList<>();
        long limit = System.nanoTime() + 60_000_000_000L;
        for (int i = 0; i < TIMES && System.nanoTime() < limit; i++) {
            Runnable asked = ask.apply(i);
            long start = System.nanoTime();
            asked.run();
            times.add((System.nanoTime() - start) / 100_000);
        }
        times.sort(null);
        System.out.printf(
                "  %s：%.1f / %.1f / %.1f%n",
                what,
                times.get(times.size() / 2) / 10.0,
                times.get((times.size() * 95 - 1) / 100) / 10.0,
                times.get(times.size() - 1) / 10.0);
    }
}
