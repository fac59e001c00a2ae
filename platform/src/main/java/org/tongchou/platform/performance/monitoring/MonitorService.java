package org.tongchou.platform.performance.monitoring;

import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
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
import org.tongchou.platform.performance.sheet.PerformanceDeadlines;
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
    private final PerformanceDeadlines deadlines;
    private final Clock clock;
    private final AuditLog audit;

    MonitorService(
            SheetStore sheets,
            MonitorStore store,
            Funds funds,
            IndicatorBindings bindings,
            FormMoves moves,
            PerformanceDeadlines deadlines,
            Clock clock,
            AuditLog audit) {
        this.sheets = sheets;
        this.store = store;
        this.funds = funds;
        this.bindings = bindings;
        this.moves = moves;
        this.deadlines = deadlines;
        this.clock = clock;
        this.audit = audit;
    }

    /** A period as it stands: live money and queries while it is open, the kept ones afterwards. */
    public record Standing(TargetSheet sheet, Monitor monitor, Money money, List<Warnings.Warning> warnings) {
        /** Copies the list. */
        public Standing {
            warnings = List.copyOf(warnings);
        }
    }

    /** How a sheet stood at the end of a month. */
    public Standing standing(TargetSheet sheet, int month) {
        LocalDate until = deadlines.cutOff(sheet.year(), month);
        return standing(sheet, store.of(sheet.id(), month), about -> funds.of(about, until), store.rules(month));
    }

    private Standing standing(TargetSheet sheet, Monitor stored, Funds.Live live, List<WarningRule> rules) {
        Money kept = stored.money();
        Money money = kept == null || stored.open() ? live.of(sheet) : kept;
        Monitor known = stored.open() ? bound(sheet, stored) : stored;
        return new Standing(sheet, known, money, Warnings.of(sheet, known, money, rules));
    }

    /** How sheets of a year, or the revisions they adjusted where those were monitored then, stood at the end of a month. */
    public List<Standing> current(List<TargetSheet> asked, int year, int month) {
        LocalDate until = deadlines.cutOff(year, month);
        List<WarningRule> rules = store.rules(month);
        Funds.Live live = funds.load(asked, year, until);
        Map<Long, Monitor> stored = store.of(asked, month);
        List<Standing> standings = new ArrayList<>();
        for (TargetSheet sheet : asked) {
            Monitor monitor = stored.getOrDefault(sheet.id(), Monitor.none(sheet.id(), month));
            TargetSheet about = sheet;
            Long before = sheet.replaces();
            while (monitor.id() == 0 && before != null) {
                TargetSheet earlier = sheets.get(Actor.SYSTEM, before);
                Monitor found = store.of(earlier.id(), month);
                before = earlier.replaces();
                if (found.id() != 0) {
                    monitor = found;
                    about = earlier;
                }
            }
            standings.add(standing(about, monitor, live, rules));
        }
        return standings;
    }

    private Monitor bound(TargetSheet sheet, Monitor monitor) {
        Map<Long, Monitor.Value> values = new HashMap<>(monitor.values());
        for (TargetLine line : sheet.lines()) {
            if (line.bound()) {
                Monitor.Value typed = values.getOrDefault(line.savedId(), Monitor.Value.NONE);
                String actual = bindings.value(sheet, line, deadlines.cutOff(sheet.year(), monitor.month()))
                        .map(found -> PrintedNumber.shortest(found.value().setScale(2, RoundingMode.HALF_UP)))
                        .orElse("");
                values.put(line.savedId(), new Monitor.Value(actual, typed.expected(), typed.reason()));
            }
        }
        return new Monitor(
                monitor.id(),
                monitor.sheetId(),
                monitor.month(),
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

    private static String title(TargetSheet sheet, int month) {
        return sheet.title() + " 1—" + month + " 月运行监控";
    }

    /** Saves a draft, beginning it where there is none. */
    @Transactional
    public void save(Actor actor, long sheetId, int month, MonitorInput input) {
        TargetSheet sheet = approved(actor, sheetId);
        Standing before = standing(sheet, month);
        Map<Long, Monitor.Value> values = new HashMap<>();
        for (MonitorInput.Line line : Objects.requireNonNullElse(input.lines(), List.<MonitorInput.Line>of())) {
            values.put(line.indicatorId(), value(sheet, line));
        }
        String reason = Texts.text(input.reason(), "偏差原因", REASON);
        String measures = Texts.text(input.measures(), "纠偏措施", REASON);
        Monitor monitor = before.monitor();
        long id = monitor.id();
        if (id == 0) {
            sheets.holdApproved(sheet);
            id = store.begin(actor, moves.at(), sheetId, month, title(sheet, month));
            moves.step(actor, Form.MONITOR, id, "新建", "草稿", "");
        } else {
            moves.draft(Form.MONITOR, id, title(sheet, month), input.version() == null ? 0 : input.version());
        }
        store.save(actor, moves.at(), id, reason, measures, values);
        audit.record(
                actor,
                "performance.monitor.save",
                "performance.monitor",
                String.valueOf(id),
                "保存" + title(sheet, month),
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

    /** Moves a form on; it is handed in only when every warning is answered. */
    @Transactional
    public void move(Actor actor, long sheetId, int month, Move move, MoveInput input) {
        TargetSheet sheet = approved(actor, sheetId);
        boolean submitted = move.equals(Move.SUBMIT);
        LocalDate until = deadlines.cutOff(sheet.year(), month);
        Funds.Live live = about -> submitted ? funds.settled(about, until) : funds.of(about, until);
        Standing standing = standing(sheet, store.of(sheetId, month), live, store.rules(month));
        Monitor monitor = standing.monitor();
        String title = title(sheet, month);
        if (monitor.id() == 0) {
            throw Refusal.conflict("E-PER-072", title + "还没有填写");
        }
        if (submitted) {
            over(until, title);
            answered(standing, title);
        }
        moves.move(actor, Form.MONITOR, monitor.id(), title, input.known(), move, input.opinion());
        if (submitted) {
            store.freeze(monitor.id(), standing.money());
            store.save(actor, moves.at(), monitor.id(), monitor.reason(), monitor.measures(), monitor.values());
        } else if (move.equals(Move.RETURN)) {
            store.freeze(monitor.id(), null);
        }
    }

    /** What is handed in is as of the cut-off date, so that day must be over. */
    private void over(LocalDate until, String title) {
        if (!LocalDate.now(clock).isAfter(until)) {
            throw Refusal.conflict("E-PER-075", "不能提交" + title + "：数据截至 " + until + "，这一天过后才能提交，现在可以先保存");
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
