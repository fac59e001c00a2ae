package org.tongchou.platform.performance.monitoring;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.PrintedNumber;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.performance.sheet.FormMoves;
import org.tongchou.platform.performance.sheet.FormMoves.Form;
import org.tongchou.platform.performance.sheet.Funds;
import org.tongchou.platform.performance.sheet.IndicatorBindings;
import org.tongchou.platform.performance.sheet.Money;
import org.tongchou.platform.performance.sheet.Move;
import org.tongchou.platform.performance.sheet.MoveInput;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.performance.sheet.TargetLine;
import org.tongchou.platform.performance.sheet.TargetSheet;
import org.tongchou.platform.performance.sheet.Texts;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Watching targets while the year runs. */
@Service
public class MonitorService {
    private static final int VALUE = 200;
    private static final int REASON = 1000;

    private final SheetStore sheets;
    private final MonitorStore store;
    private final Funds funds;
    private final IndicatorBindings bindings;
    private final FormMoves moves;
    private final AuditLog audit;

    MonitorService(
            SheetStore sheets,
            MonitorStore store,
            Funds funds,
            IndicatorBindings bindings,
            FormMoves moves,
            AuditLog audit) {
        this.sheets = sheets;
        this.store = store;
        this.funds = funds;
        this.bindings = bindings;
        this.moves = moves;
        this.audit = audit;
    }

    /** A quarter as it stands: live money and queries while it is open, the kept ones afterwards. */
    public record Standing(TargetSheet sheet, Monitor monitor, Money money, List<Warnings.Warning> warnings) {
        /** Copies the list. */
        public Standing {
            warnings = List.copyOf(warnings);
        }
    }

    /** How a sheet stands in a quarter. */
    public Standing standing(TargetSheet sheet, int quarter) {
        if (quarter < 1 || quarter > 4) {
            throw Refusal.field("E-PER-070", "季度", String.valueOf(quarter), "1 至 4");
        }
        Monitor stored = store.of(sheet.id(), quarter);
        Money kept = stored.money();
        Money money = kept == null || stored.open() ? funds.of(sheet) : kept;
        Monitor known = stored.open() ? bound(sheet, stored) : stored;
        return new Standing(sheet, known, money, Warnings.of(sheet, known, money, store.rules(quarter)));
    }

    /** How a sheet, or the revision it adjusted where that was monitored then, stands in a quarter. */
    public Standing current(TargetSheet sheet, int quarter) {
        Standing standing = standing(sheet, quarter);
        if (standing.monitor().id() == 0 && sheet.replaces() != null) {
            Standing earlier = current(sheets.get(Actor.SYSTEM, sheet.replaces()), quarter);
            return earlier.monitor().id() == 0 ? standing : earlier;
        }
        return standing;
    }

    private Monitor bound(TargetSheet sheet, Monitor monitor) {
        Map<Long, Monitor.Value> values = new HashMap<>(monitor.values());
        for (TargetLine line : sheet.lines()) {
            if (line.bound()) {
                Monitor.Value typed = values.getOrDefault(line.savedId(), Monitor.Value.NONE);
                String actual = bindings.value(sheet, line)
                        .map(found -> PrintedNumber.shortest(found.value().setScale(2, RoundingMode.HALF_UP)))
                        .orElse("");
                values.put(line.savedId(), new Monitor.Value(actual, typed.expected(), typed.reason()));
            }
        }
        return new Monitor(
                monitor.id(),
                monitor.sheetId(),
                monitor.quarter(),
                monitor.state(),
                monitor.reason(),
                monitor.measures(),
                monitor.money(),
                monitor.version(),
                monitor.updatedBy(),
                monitor.updatedAt(),
                values);
    }

    private TargetSheet approved(Actor actor, long sheetId) {
        TargetSheet sheet = sheets.get(actor, sheetId);
        if (!sheet.state().equals("已批复")) {
            throw Refusal.conflict("E-PER-071", sheet.title() + "的绩效目标现为“" + sheet.state() + "”，批复后才能监控");
        }
        return sheet;
    }

    private static String title(TargetSheet sheet, int quarter) {
        return sheet.title() + "第 " + quarter + " 季度运行监控";
    }

    /** Saves a draft, beginning it where there is none. */
    @Transactional
    public void save(Actor actor, long sheetId, int quarter, MonitorInput input) {
        TargetSheet sheet = approved(actor, sheetId);
        Standing before = standing(sheet, quarter);
        Map<Long, Monitor.Value> values = new HashMap<>();
        for (MonitorInput.Line line : Objects.requireNonNullElse(input.lines(), List.<MonitorInput.Line>of())) {
            values.put(line.indicatorId(), value(sheet, line));
        }
        String reason = Texts.text(input.reason(), "偏差原因", REASON);
        String measures = Texts.text(input.measures(), "纠偏措施", REASON);
        Monitor monitor = before.monitor();
        long id = monitor.id();
        if (id == 0) {
            id = store.begin(actor, moves.at(), sheetId, quarter, title(sheet, quarter));
            moves.step(actor, Form.MONITOR, id, "新建", "草稿", "");
        } else {
            moves.draft(Form.MONITOR, id, title(sheet, quarter), input.version() == null ? 0 : input.version());
        }
        store.save(actor, moves.at(), id, reason, measures, values);
        audit.record(
                actor,
                "performance.monitor.save",
                "performance.monitor",
                String.valueOf(id),
                "保存" + title(sheet, quarter),
                Map.of("values", described(sheet, monitor.values())),
                Map.of("values", described(sheet, values)));
    }

    private static List<String> described(TargetSheet sheet, Map<Long, Monitor.Value> values) {
        List<String> described = new ArrayList<>();
        sheet.lines().forEach(line -> {
            Monitor.Value value = values.get(line.savedId());
            if (value != null) {
                described.add(line.name() + " 已完成 " + value.actual() + "，预计 " + value.expected());
            }
        });
        return described;
    }

    private static Monitor.Value value(TargetSheet sheet, MonitorInput.Line typed) {
        TargetLine line = sheet.lines().stream()
                .filter(known -> known.savedId() == typed.indicatorId())
                .findFirst()
                .orElseThrow(() -> Refusal.field(
                        "E-PER-050", "绩效指标", String.valueOf(typed.indicatorId()), "这张目标表中的指标；目标可能已经调整，请刷新"));
        String about = "“" + line.name() + "”";
        return new Monitor.Value(
                line.bound() ? "" : number(line, typed.actual(), about + "累计完成值"),
                number(line, typed.expected(), about + "全年预计完成值"),
                Texts.text(typed.reason(), about + "偏差原因", REASON));
    }

    private static String number(TargetLine line, @Nullable String typed, String field) {
        String text = Texts.text(typed, field, VALUE);
        if (line.inWords() || text.isEmpty()) {
            return text;
        }
        return PrintedNumber.find(text)
                .map(PrintedNumber::plain)
                .orElseThrow(() -> Refusal.field("E-PER-052", field, text, "数字"));
    }

    /** FormMoves a form on; it is handed in only when every warning is answered. */
    @Transactional
    public void move(Actor actor, long sheetId, int quarter, Move move, MoveInput input) {
        TargetSheet sheet = approved(actor, sheetId);
        Standing standing = standing(sheet, quarter);
        Monitor monitor = standing.monitor();
        String title = title(sheet, quarter);
        if (monitor.id() == 0) {
            throw Refusal.conflict("E-PER-072", title + "还没有填写");
        }
        if (move.equals(Move.SUBMIT)) {
            answered(standing, title);
        }
        moves.move(actor, Form.MONITOR, monitor.id(), title, input.known(), move, input.opinion());
        if (move.equals(Move.SUBMIT)) {
            store.freeze(monitor.id(), standing.money());
            store.save(actor, moves.at(), monitor.id(), monitor.reason(), monitor.measures(), monitor.values());
        } else if (move.equals(Move.RETURN)) {
            store.freeze(monitor.id(), null);
        }
    }

    private static void answered(Standing standing, String title) {
        Monitor monitor = standing.monitor();
        for (TargetLine line : standing.sheet().lines()) {
            Monitor.Value value = monitor.values().getOrDefault(line.savedId(), Monitor.Value.NONE);
            if (value.actual().isEmpty() || value.expected().isEmpty()) {
                throw Refusal.conflict(
                        "E-PER-073",
                        "不能提交" + title + "：“" + line.name() + "”没有"
                                + (value.actual().isEmpty() ? "累计完成值" : "全年预计完成值"));
            }
        }
        for (Warnings.Warning warning : standing.warnings()) {
            if (warning.level().equals("预警") && !answered(standing, warning)) {
                throw Refusal.conflict(
                        "E-PER-074",
                        "不能提交" + title + "：" + warning.message()
                                + (warning.line() == 0 ? "，请说明偏差原因和纠偏措施" : "，请说明该指标的偏差原因"));
            }
        }
    }

    private static boolean answered(Standing standing, Warnings.Warning warning) {
        Monitor monitor = standing.monitor();
        if (warning.line() == 0) {
            return !monitor.reason().isEmpty() && !monitor.measures().isEmpty();
        }
        long id = standing.sheet().lines().get(warning.line() - 1).savedId();
        return !monitor.values().getOrDefault(id, Monitor.Value.NONE).reason().isEmpty();
    }
}
