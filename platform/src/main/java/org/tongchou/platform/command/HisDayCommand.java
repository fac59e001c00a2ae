package org.tongchou.platform.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.database.StartFailure;
import org.tongchou.platform.training.HisBill;
import org.tongchou.platform.training.HisClient;
import org.tongchou.platform.training.HisCounter;
import org.tongchou.platform.training.HisFault;
import org.tongchou.platform.training.HisSums;
import org.tongchou.platform.training.PriceList;
import org.tongchou.platform.training.day.DayPlan;
import org.tongchou.platform.training.day.DayPlan.Planned;
import org.tongchou.platform.training.day.DayPlan.Town;
import org.tongchou.platform.training.day.VisitRun;
import org.tongchou.platform.training.day.VisitRun.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongchou his day}: many visits at one institution, then its reconciliation. */
@Command(
        name = "day",
        description = {
            "一家机构的一天：就诊、撤销、冲正、重发，最后对账 (a day of one institution)",
            "用同样的 --seed 和 --begun 再次运行是同样的报文，不会重复结算。对账以本次运行的结算为准。"
        })
final class HisDayCommand implements Callable<Integer> {
    private final PrintWriter out;

    @Mixin
    private HisOptions line = new HisOptions();

    @Option(names = "--people", required = true, paramLabel = "文件", description = "参保人身份证号码，一行一个")
    private Path people = Path.of("");

    @Option(names = "--visits", paramLabel = "次数", description = "就诊次数，每人至多一次（默认 100）")
    private int visits = 100;

    @Option(names = "--seed", paramLabel = "种子", description = "任意整数（默认 1）")
    private long seed = 1;

    @Option(names = "--begun", paramLabel = "时间", description = "这一天结束的时间，例如 2026-03-02T17:00:00（默认现在）")
    private @Nullable LocalDateTime begun;

    HisDayCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        HisClient client = line.client();
        List<String> idNumbers = Files.readAllLines(people).stream()
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        if (idNumbers.isEmpty() || visits < 1) {
            throw new StartFailure("没有可办的就诊：人员 " + idNumbers.size() + " 个，次数 " + visits);
        }
        LocalDateTime now = (begun == null ? client.now() : begun).withNano(0);
        List<String> here = List.of(line.institution());
        Town town = line.pharmacy()
                ? new Town(idNumbers.size(), List.of(), List.of(), here)
                : new Town(idNumbers.size(), here, here, List.of());
        Map<String, Integer> outcomes = new TreeMap<>();
        Map<String, List<HisBill>> books = new LinkedHashMap<>();
        try {
            for (Planned visit :
                    DayPlan.of(town, PriceList.usual(), seed, visits, now).visits()) {
                Outcome outcome =
                        new VisitRun(client, visit, now.plusSeconds(visit.place())).run(idNumbers.get(visit.person()));
                outcomes.merge(outcome.outcome(), 1, Integer::sum);
                books.computeIfAbsent(outcome.insutype() + " " + visit.kind().clearing(), key -> new ArrayList<>())
                        .addAll(outcome.bills());
                if (!outcome.fault().isEmpty()) {
                    out.println("  第 " + (visit.place() + 1) + " 次：" + outcome.fault());
                }
            }
            out.println(outcomes);
            return compare(new HisCounter(client), books, client.now().toLocalDate()) ? 0 : 1;
        } catch (HisFault fault) {
            out.println("没有办完：" + fault.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }

    private boolean compare(HisCounter counter, Map<String, List<HisBill>> books, LocalDate day) {
        boolean all = true;
        for (Map.Entry<String, List<HisBill>> book : books.entrySet()) {
            if (book.getValue().isEmpty()) {
                continue;
            }
            String[] key = book.getKey().split(" ", -1);
            HisSums.Answer answer = counter.reconcile(HisSums.of(key[0], key[1], day, day, book.getValue()));
            out.println("对账 险种 " + key[0] + " 清算类别 " + key[1] + "："
                    + book.getValue().size() + " 笔，" + answer.says());
            all &= answer.same();
        }
        return all;
    }
}
