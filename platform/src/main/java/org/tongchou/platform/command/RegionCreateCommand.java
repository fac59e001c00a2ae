package org.tongchou.platform.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongchou.platform.database.StartFailure;
import org.tongchou.platform.sample.SampleRegion;
import org.tongchou.platform.sample.plan.Setting;
import org.tongchou.platform.web.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongchou region create}: fills an empty data directory with a synthetic region. */
@Command(
        name = "create",
        description = {
            "在空的数据目录中生成合成的统筹区：人员、单位、机构、目录、一年的缴费和补助 (make a synthetic region)",
            "同样的政策包、人数、种子和日期得到同样的统筹区；中断后再次运行即可继续。全部姓名、号码都是合成的。"
        })
final class RegionCreateCommand implements Callable<Integer> {
    private static final int SHOWN_EVERY = 5;

    private final Class<?> application;
    private final PrintWriter out;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--policy", paramLabel = "政策包", description = "随程序提供的名称，或目录，如 regions/demo（默认 demo）")
    private @Nullable String policy;

    @Option(names = "--people", paramLabel = "人数", description = "1 至 1000000（默认 10000）")
    private int people = 10_000;

    @Option(names = "--seed", paramLabel = "种子", description = "任意整数（默认 1）")
    private long seed = 1;

    RegionCreateCommand(Class<?> application, PrintWriter out) {
        this.application = application;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (people < 1 || people > Setting.MOST) {
            throw new StartFailure("人数 " + people + " 不可用，应为 1 至 " + Setting.MOST);
        }
        Path folder = data.folder();
        Platform platform = new Platform(application, folder)
                .with("tongchou.region", policy)
                .with("tongchou.run-jobs", false)
                .with("server.port", -1);
        Instant began = Instant.now();
        try (ConfigurableApplicationContext context = platform.start()) {
            SampleRegion region = context.getBean(SampleRegion.class);
            region.make(region.setting(people, seed), this::tell);
        } catch (Refusal refusal) {
            throw new StartFailure(String.valueOf(refusal.getMessage()), refusal);
        }
        out.println("已生成 " + people + " 人的合成统筹区，用时 "
                + Duration.between(began, Instant.now()).toSeconds() + " 秒；数据目录 " + folder.toAbsolutePath());
        out.println("用 ./tongchou serve --data 和 --region 指定同样的目录和政策包打开它。");
        out.flush();
        return 0;
    }

    private int shown = -SHOWN_EVERY;

    private void tell(int done, int total, String title) {
        int percent = total == 0 ? 0 : 100 * done / total;
        if (percent >= shown + SHOWN_EVERY) {
            shown = percent;
            out.printf("%3d%% %s%n", percent, title);
            out.flush();
        }
    }
}
