package org.tongchou.platform.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.platform.identity.FirstUsers;
import org.tongchou.platform.identity.NewUnit;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;

/**
 * Fills an empty installation in profile {@code demo}: units, users, the synthetic bureau's finished year and the one
 * under way, and drafts of its documents. Everything or nothing.
 */
@Component
@Order(20)
@Profile("demo")
class DemoData implements ApplicationRunner, DemoGuide {
    static final int YEAR = 2025;
    private static final String LAST_YEAR = "sample-city-2024-final";

    private final Units units;
    private final FirstUsers users;
    private final DemoBooks books;
    private final DemoDocuments documents;
    private final DemoPerformance performance;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Path examples;
    private final Map<String, String> passwords = new HashMap<>();

    DemoData(
            Units units,
            FirstUsers users,
            DemoBooks books,
            DemoDocuments documents,
            DemoPerformance performance,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${tongchou.home:}") String home) {
        this.units = units;
        this.users = users;
        this.books = books;
        this.documents = documents;
        this.performance = performance;
        this.transactions = transactions;
        this.clock = clock;
        this.examples = Path.of(home, "examples", "accounts");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transactions.executeWithoutResult(transaction -> {
            if (units.all().isEmpty()) {
                fill();
            } else {
                createUsers(Sample.read());
            }
        });
    }

    private void fill() {
        Sample sample = Sample.read();
        Map<String, Long> ids = createUnits(sample);
        long bureau = ids.getOrDefault(sample.bureau().code(), 0L);
        createUsers(sample);
        Actor actor = new Actor(0, "demo", "演示数据", bureau, List.of(), true, List.of(), Set.of());
        AccountsFigures lastYear = AccountsFigures.load(examples.resolve(LAST_YEAR))
                .figures()
                .orElseThrow(() -> new IllegalStateException("没有找到样例数据 " + examples.resolve(LAST_YEAR)));
        LocalDate today = LocalDate.now(clock);
        Map<String, Long> left = books.fill(actor, sample, bureau, ids, YEAR, DemoBooks.left(lastYear), today);
        books.priors(actor, bureau, YEAR, lastYear);
        books.fill(actor, sample, bureau, ids, YEAR + 1, left, today);
        books.assets(actor, sample, bureau, ids);
        Set<String> reasons = new TreeSet<>(lastYear.narrative().reasons().keySet());
        documents.finalAccounts(actor, sample, bureau, true, YEAR, reasons);
        documents.finalAccounts(
                actor, sample, ids.getOrDefault(sample.units().get(0).code(), 0L), false, YEAR, reasons);
        documents.budget(actor, bureau, YEAR + 1);
        performance.fill(actor, YEAR, examples.resolve(LAST_YEAR));
    }

    private void createUsers(Sample sample) {
        passwords.putAll(
                users.createDemo(sample.bureau().code(), sample.units().get(1).code()));
    }

    private Map<String, Long> createUnits(Sample sample) {
        Map<String, Long> ids = new HashMap<>();
        Sample.Bureau bureau = sample.bureau();
        Unit top = units.create(
                Actor.SYSTEM,
                new NewUnit(
                        bureau.code(),
                        bureau.name(),
                        bureau.nature(),
                        bureau.level(),
                        null,
                        sample.region(),
                        bureau.staff()));
        ids.put(bureau.code(), top.id());
        for (Sample.Office office : sample.units()) {
            Unit unit = units.create(
                    Actor.SYSTEM,
                    new NewUnit(
                            office.code(),
                            office.name(),
                            office.nature(),
                            top.level(),
                            top.id(),
                            sample.region(),
                            office.staff()));
            ids.put(office.code(), unit.id());
        }
        for (Sample.Bureau county : sample.counties()) {
            units.create(
                    Actor.SYSTEM,
                    new NewUnit(
                            county.code(),
                            county.name(),
                            county.nature(),
                            county.level(),
                            top.id(),
                            sample.region(),
                            county.staff()));
        }
        return ids;
    }

    @Override
    public List<String> lines(String address) {
        List<String> lines = new ArrayList<>();
        if (passwords.isEmpty()) {
            lines.add("用户和密码沿用上次的；要重新生成，请用 ./tongchou demo --fresh");
        } else {
            lines.add("用户和一次性密码（首次登录须修改，只在这里显示一次）：");
            passwords.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(user -> lines.add("  %-10s %s".formatted(user.getKey(), user.getValue())));
        }
        lines.add("可以试试：");
        lines.add("  clerk     打开 " + YEAR + " 年度部门决算，点任意一个数，看到它背后的凭证；补上两处变动原因，提交审核");
        lines.add("  reviewer  审核并登记批复；director 公开，下载四种格式");
        lines.add("  clerk     导入支出明细，改正有错的单元格后入账");
        lines.add("  任何人    " + address + "/public 查看已公开的文件，不需要登录");
        return lines;
    }
}
