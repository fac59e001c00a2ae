package org.tongchou.platform.training.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongchou.platform.gateway.access.AccessScope;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.sample.SamplePeople;
import org.tongchou.platform.sample.SamplePeople.SamplePerson;
import org.tongchou.platform.training.HisBill;
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
import org.tongchou.platform.training.TrainingBook;
import org.tongchou.platform.training.TrainingLines;
import org.tongchou.platform.training.desk.VisitStore.Kept;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/**
 * Works at the counter of a training hospital. Every act is one or more calls over HTTP, kept with their answers; so no transaction spans
 * an act. What the interface refuses is shown with its answer and changes nothing.
 */
@Service
class VisitDesk {
    private static final int MOST_ITEMS = 100;

    private final VisitStore store;
    private final TrainingLines lines;
    private final TrainingBook book;
    private final SamplePeople sample;
    private final Providers providers;
    private final AccessScope scope;

    VisitDesk(
            VisitStore store,
            TrainingLines lines,
            TrainingBook book,
            SamplePeople sample,
            Providers providers,
            AccessScope scope) {
        this.store = store;
        this.lines = lines;
        this.book = book;
        this.sample = sample;
        this.providers = providers;
        this.scope = scope;
    }

    /**
     * A visit that is to begin.
     *
     * @param institution where
     * @param person place of a synthetic person
     * @param use kind of visit
     * @param complaint ICD-10 code of what for; the first of its kind when missing
     */
    record NewVisit(
            @Nullable String institution,
            @Nullable Integer person,
            @Nullable String use,
            @Nullable String complaint) {}

    /**
     * An act.
     *
     * @param act what is done
     * @param items what is charged
     * @param account whether the personal account pays
     * @param version the version that was seen
     */
    record Wanted(
            @Nullable VisitAct act,
            @Nullable List<HisItem> items,
            @Nullable Boolean account,
            @Nullable Integer version) {}

    VisitView begin(Actor actor, NewVisit wanted) {
        lines.mustBeEnabled();
        Kind kind = kind(Given.text(wanted.use()));
        Provider provider = provider(actor, Given.text(wanted.institution()));
        SamplePerson person = person(Given.required("人员", wanted.person()));
        if (provider.pharmacy() != kind.pharmacy()) {
            throw Refusal.field("E-TRN-005", "就诊类型", kind.title(), provider.pharmacy() ? "药店购药" : "医院的就诊类型");
        }
        HisClient client = lines.client(provider.code(), actor.displayName());
        long id = store.begin(
                actor, provider.code(), provider.name(), person.place(), person.name(), kind.title(), kind.use());
        Kept made = store.get(id);
        tried(made, counter -> {
            HisPerson who = counter.identify(person.idNumber());
            VisitContent content = made.content().of(who, null);
            if (!kind.pharmacy()) {
                content = content.of(who, register(counter, client, kind, who, complaint(kind, wanted.complaint())));
            }
            return saved(made, VisitAct.OPEN, content);
        });
        return view(id);
    }

    private static HisVisit register(
            HisCounter counter, HisClient client, Kind kind, HisPerson who, HisComplaint complaint) {
        if (kind.stay()) {
            return counter.admit(who, kind.medType(), complaint, client.now());
        }
        if (!complaint.disease().isEmpty()) {
            try {
                counter.file(who, complaint, LocalDate.from(client.now()));
            } catch (HisFault filed) {
                // Filed before, or refused: then the visit itself will tell.
                if (!filed.answered()) {
                    throw filed;
                }
            }
        }
        return counter.register(who, kind.medType(), complaint, client.now());
    }

    VisitView act(Actor actor, long id, Wanted wanted) {
        lines.mustBeEnabled();
        VisitAct act = Given.required("办理事项", wanted.act());
        Kept kept = store.get(id);
        provider(actor, kept.institution());
        Kind kind = kind(kept.content().use());
        if (!VisitAct.in(kept.state(), kind, !kept.content().items().isEmpty()).contains(act)) {
            throw Refusal.conflict("E-TRN-006", "这次就诊" + kept.state() + "，不能办理这一步");
        }
        store.take(actor, kept, Given.required("版本", wanted.version()), act);
        String idNumber = person(kept.place()).idNumber();
        VisitContent content = kept.content().identified(idNumber);
        tried(kept, counter -> done(act, kept, kind, content, counter, wanted));
        return view(id);
    }

    private Kept done(VisitAct act, Kept kept, Kind kind, VisitContent content, HisCounter counter, Wanted wanted) {
        HisPerson who = Given.required("人员", content.person());
        boolean account = Boolean.TRUE.equals(wanted.account());
        return switch (act) {
            case CHARGE -> {
                List<HisItem> items = items(wanted);
                HisSplit split =
                        kind.pharmacy() ? HisSplit.NONE : counter.charge(visit(content), content.charged() + 1, items);
                yield saved(kept, kept.state(), content.with(items, split));
            }
            case REMOVE -> {
                if (!kind.pharmacy()) {
                    counter.removeCharges(visit(content));
                }
                yield saved(kept, kept.state(), content.without());
            }
            case PREVIEW ->
                saved(kept, kept.state(), content.previewed(priced(kind, content, counter, account, false)));
            case SETTLE -> {
                HisBill bill = priced(kind, content, counter, account, true);
                book.note(kept.institution(), who.insutype(), kind.clearing(), bill);
                yield saved(kept, VisitAct.SETTLED, content.billed(bill));
            }
            case CANCEL -> {
                HisBill mirror = counter.cancel(who, bill(content));
                book.note(kept.institution(), who.insutype(), kind.clearing(), mirror);
                yield saved(kept, VisitAct.CANCELLED, content.billed(null));
            }
            case REVERSE -> {
                counter.reverse(who, bill(content).infno(), bill(content).msgid());
                book.undo(kept.institution(), bill(content).msgid());
                yield saved(kept, VisitAct.REVERSED, content.billed(null));
            }
            case DISCHARGE -> {
                counter.discharge(visit(content), counter.now());
                yield saved(kept, VisitAct.DISCHARGED, content);
            }
            case READMIT -> {
                counter.readmit(visit(content));
                yield saved(kept, VisitAct.OPEN, content);
            }
            case GIVE_UP -> {
                counter.giveUp(visit(content));
                yield saved(kept, VisitAct.GIVEN_UP, content);
            }
        };
    }

    private static HisBill priced(Kind kind, VisitContent content, HisCounter counter, boolean account, boolean kept) {
        if (kind.pharmacy()) {
            HisPerson who = Given.required("人员", content.person());
            return counter.buy(who, content.items(), counter.now(), account, kept);
        }
        return kept
                ? counter.settle(visit(content), content.split(), account)
                : counter.preSettle(visit(content), content.split(), account);
    }

    private static HisVisit visit(VisitContent content) {
        return Given.required("就诊", content.visit());
    }

    private static HisBill bill(VisitContent content) {
        return Given.required("结算", content.bill()).bill();
    }

    private static List<HisItem> items(Wanted wanted) {
        List<HisItem> items = Given.required("费用明细", wanted.items());
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw Refusal.field("E-TRN-007", "费用明细", items.size() + " 行", "1 至 " + MOST_ITEMS + " 行");
        }
        return items;
    }

    private Kept saved(Kept kept, String state, VisitContent content) {
        store.save(kept.id(), state, content);
        return kept;
    }

    /** Does calls that are kept with their answers; what is refused can be read there. */
    private void tried(Kept kept, AtCounter act) {
        SamplePerson person = person(kept.place());
        String masked = person.idNumber().substring(0, 6) + "********"
                + person.idNumber().substring(person.idNumber().length() - 4);
        HisClient client = lines.client(kept.institution(), "模拟收费员");
        HisCounter counter =
                new HisCounter(client, client::msgid, call -> store.note(kept.id(), call, person.idNumber(), masked));
        try {
            act.with(counter);
        } catch (HisFault fault) {
            if (!fault.answered()) {
                throw Refusal.conflict("E-TRN-003", String.valueOf(fault.getMessage()) + "；请稍后再办这一步");
            }
        }
    }

    /** What is done at a counter. */
    @FunctionalInterface
    private interface AtCounter {
        Kept with(HisCounter counter);
    }

    /** Reconciles today's bills of an institution. */
    List<TrainingBook.Compared> reconcile(Actor actor, String institution) {
        provider(actor, institution);
        HisClient client = lines.client(institution, actor.displayName());
        LocalDate today = client.now().toLocalDate();
        HisCounter counter = new HisCounter(client);
        return book.groups(institution, today).stream()
                .map(group -> book.compared(group, today, counter.reconcile(group.sums(today))))
                .toList();
    }

    VisitView view(long id) {
        Kept kept = store.get(id);
        VisitContent content = kept.content();
        HisPerson who = content.person();
        HisVisit visit = content.visit();
        Kind kind = kind(content.use());
        return new VisitView(
                kept.id(),
                kept.institution(),
                kept.institutionName(),
                kept.personName(),
                who == null ? "" : who.number(),
                who == null ? "" : who.insutype(),
                content.use(),
                kept.title(),
                kept.state(),
                visit == null ? "" : visit.number(),
                content.items(),
                content.split(),
                content.preview(),
                content.bill(),
                VisitAct.in(kept.state(), kind, !content.items().isEmpty()),
                store.calls(id),
                kept.madeName(),
                kept.madeAt(),
                kept.version());
    }

    private Provider provider(Actor actor, String code) {
        return providers
                .find(code)
                .filter(found -> scope.institutions(actor).contains(code))
                .orElseThrow(() -> Refusal.field("E-TRN-008", "机构", code, "本辖区内开通接口的机构"));
    }

    private SamplePerson person(int place) {
        return sample.people().stream()
                .filter(person -> person.place() == place)
                .findFirst()
                .orElseThrow(() -> Refusal.field("E-TRN-009", "人员", Integer.toString(place), "合成统筹区的参保人"));
    }

    private static Kind kind(String use) {
        return PriceList.usual().kind(use).orElseThrow(() -> Refusal.field("E-TRN-005", "就诊类型", use, "模拟医院办理的就诊类型"));
    }

    private static HisComplaint complaint(Kind kind, @Nullable String code) {
        List<HisComplaint> known = PriceList.usual().complaints(kind.use());
        return known.stream()
                .filter(complaint -> complaint.code().equals(Given.text(code)))
                .findFirst()
                .orElseGet(() -> known.get(0));
    }
}
