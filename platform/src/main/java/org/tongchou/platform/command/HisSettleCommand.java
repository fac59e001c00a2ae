package org.tongchou.platform.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.platform.database.StartFailure;
import org.tongchou.platform.training.HisBill;
import org.tongchou.platform.training.HisCall;
import org.tongchou.platform.training.HisClient;
import org.tongchou.platform.training.HisComplaint;
import org.tongchou.platform.training.HisCounter;
import org.tongchou.platform.training.HisFault;
import org.tongchou.platform.training.HisItem;
import org.tongchou.platform.training.HisPerson;
import org.tongchou.platform.training.HisSplit;
import org.tongchou.platform.training.HisVisit;
import org.tongchou.platform.training.PriceList;
import org.tongchou.platform.training.PriceList.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongchou his settle}: one visit from its registration to its settlement. */
@Command(
        name = "settle",
        description = {
            "为一个人办一次就诊并结算 (settle one visit)",
            "例：his settle --institution H35990100001 --id-number … --item XA02BCA100A001010110000=8.50x2"
        })
final class HisSettleCommand implements Callable<Integer> {
    private static final Pattern ITEM =
            Pattern.compile("([^=]+)=([0-9]+(?:\\.[0-9]{1,6})?)(?:x([0-9]+(?:\\.[0-9]{1,4})?))?");

    private final PrintWriter out;

    @Mixin
    private HisOptions line = new HisOptions();

    @Option(names = "--id-number", required = true, paramLabel = "号码", description = "参保人的身份证号码")
    private String idNumber = "";

    @Option(names = "--kind", paramLabel = "类型", description = "outpatient、emergency、chronic、stay、pharmacy（默认按机构）")
    private String kind = "";

    @Option(names = "--item", paramLabel = "编码=单价x数量", description = "费用明细，可重复；不填则取该类型常用的两项")
    private List<String> items = List.of();

    @Option(names = "--account", description = "用个人账户支付")
    private boolean account;

    @Option(names = "--cancel", description = "结算后撤销")
    private boolean cancel;

    @Option(names = "--show", description = "打印每笔请求与答复（含证件号码，注意保管）")
    private boolean show;

    HisSettleCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        HisClient client = line.client();
        Kind wanted = PriceList.usual()
                .kind(kind.isEmpty() ? line.pharmacy() ? "pharmacy" : "outpatient" : kind)
                .orElseThrow(() -> new StartFailure("就诊类型“" + kind + "”不可用"));
        HisCounter counter = new HisCounter(client, client::msgid, this::tell);
        try {
            HisPerson person = counter.identify(idNumber);
            out.println(person.name() + "，人员编号 " + person.number() + "，险种 " + person.insutype() + "，个人账户 "
                    + person.balance() + " 元");
            HisBill bill = settle(counter, person, wanted);
            out.println("结算ID " + bill.number() + "：医疗费 " + bill.total() + "，基金 " + bill.fund() + "，个人账户 "
                    + bill.account() + "，现金 " + bill.cash());
            if (cancel) {
                out.println("撤销，负数结算ID " + counter.cancel(person, bill).number());
            }
            return 0;
        } catch (HisFault fault) {
            out.println("没有办成：" + fault.getMessage());
            return 1;
        } finally {
            out.flush();
        }
    }

    private HisBill settle(HisCounter counter, HisPerson person, Kind wanted) {
        LocalDateTime now = counter.now();
        List<HisItem> charged = items.isEmpty()
                ? PriceList.usual().of(wanted.use()).stream()
                        .limit(2)
                        .map(item -> item.times(1))
                        .toList()
                : items.stream().map(HisSettleCommand::item).toList();
        if (wanted.pharmacy()) {
            return counter.buy(person, charged, now, account, true);
        }
        HisComplaint complaint = PriceList.usual().complaints(wanted.use()).get(0);
        HisVisit visit = wanted.stay()
                ? counter.admit(person, wanted.medType(), complaint, now)
                : counter.register(person, wanted.medType(), complaint, now);
        HisSplit split = counter.charge(visit, 1, charged);
        if (wanted.stay()) {
            counter.discharge(visit, counter.now());
        }
        counter.preSettle(visit, split, account);
        return counter.settle(visit, split, account);
    }

    private static HisItem item(String text) {
        Matcher matcher = ITEM.matcher(text);
        if (!matcher.matches()) {
            throw new StartFailure("费用明细“" + text + "”不可用，应为 编码=单价x数量，例如 XA02BCA100A001010110000=8.50x2");
        }
        String pieces = matcher.group(3);
        return new HisItem(
                matcher.group(1),
                matcher.group(1),
                new BigDecimal(matcher.group(2)),
                pieces == null ? BigDecimal.ONE : new BigDecimal(pieces));
    }

    private void tell(HisCall call) {
        out.printf("  %-6s %s %5.1f 毫秒%n", call.infno(), call.done() ? "成功" : call.message(), call.micros() / 1000.0);
        if (show) {
            out.println("    请求 " + call.request());
            out.println("    答复 " + call.answer());
        }
    }
}
