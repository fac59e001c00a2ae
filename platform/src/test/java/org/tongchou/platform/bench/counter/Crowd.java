package org.tongchou.platform.bench.counter;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.tongchou.platform.training.HisBill;
import org.tongchou.platform.training.HisClient;
import org.tongchou.platform.training.HisComplaint;
import org.tongchou.platform.training.HisCounter;
import org.tongchou.platform.training.HisFault;
import org.tongchou.platform.training.HisItem;
import org.tongchou.platform.training.HisKey;
import org.tongchou.platform.training.HisLine;
import org.tongchou.platform.training.HisPerson;
import org.tongchou.platform.training.HisSplit;
import org.tongchou.platform.training.HisVisit;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The systems of all hospitals and pharmacies: visits of all kinds, asked for beforehand, settled, some taken back, some sent twice, some
 * undone because no answer seemed to come. A call without an answer is sent again under its id until one comes.
 */
final class Crowd {
    private static final int OUTPATIENT = 45;
    private static final int PHARMACY = 70;
    private static final int CHRONIC = 85;
    private static final int CANCELLED = 4;
    private static final int UNDONE = 6;
    private static final int TWICE = 10;
    private static final int ASKED = 50;
    private static final HisComplaint COLD = HisComplaint.of("J06.900", "急性上呼吸道感染");
    private static final HisComplaint PRESSURE = new HisComplaint("I10.x00", "高血压病", "M03900", Town.DISEASE);
    private static final HisComplaint LUNG = HisComplaint.of("J18.900", "肺炎");

    private final Town town;
    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Latencies latencies;
    private final BooleanSupplier goesOn;
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder different = new LongAdder();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    /**
     * @param address of the platform, or of what stands before it
     * @param goesOn whether calls without an answer are sent again
     */
    Crowd(Town town, String address, Latencies latencies, BooleanSupplier goesOn) {
        this.town = town;
        this.address = address;
        this.latencies = latencies;
        this.goesOn = goesOn;
    }

    /** Numbers of the settlements and mirrors that were answered. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    long settled() {
        return latencies.count("2207") + latencies.count("2304") + latencies.count("2102");
    }

    /** Calls that were answered differently when they were sent again. */
    long different() {
        return different.sum();
    }

    void print(Report report) {
        latencies.print(report);
        report.line(String.format(
                "  没有答复而重发 %,d 次，重发后答复不同 %,d 次，拒绝 %s", unanswered.sum(), different.sum(), new TreeMap<>(refusals)));
    }

    /**
     * One visit.
     *
     * @param number which; the same number of the same crowd is the same visit
     * @param due when it was to begin, in nanoseconds
     */
    void visit(long number, long due) {
        Random chance = new Random(number * 0x9E3779B97F4A7C15L);
        int kind = chance.nextInt(100);
        boolean pharmacy =
                kind >= OUTPATIENT && kind < PHARMACY && !town.pharmacies().isEmpty();
        List<String> places = pharmacy ? town.pharmacies() : town.hospitals();
        String place = places.get(chance.nextInt(places.size()));
        boolean chronic = kind >= PHARMACY && kind < CHRONIC && !town.chronic().isEmpty();
        List<HisPerson> people = chronic ? town.chronic() : town.people();
        HisPerson person = people.get((int) (number % people.size()));
        HisClient client =
                new HisClient(HisLine.of(address, place, town.area(), HisKey.none()), http, Clock.systemUTC());
        Talk talk = new Talk(client, due);
        try {
            if (pharmacy) {
                purchase(talk, person, chance);
            } else if (chronic) {
                outpatient(talk, person, "14", PRESSURE, chance);
            } else if (kind < CHRONIC) {
                outpatient(talk, person, "11", COLD, chance);
            } else {
                stay(talk, person, chance);
            }
        } catch (HisFault fault) {
            if (fault.answered()) {
                refusals.computeIfAbsent(fault.code(), code -> new LongAdder()).increment();
            }
        }
    }

    private void outpatient(Talk talk, HisPerson person, String kind, HisComplaint complaint, Random chance) {
        LocalDateTime now = talk.now();
        HisVisit visit = talk.work(() -> talk.counter.register(person, kind, complaint, now));
        List<HisItem> items = items(chance, 1 + chance.nextInt(5), 1);
        HisSplit split = talk.work(() -> talk.counter.charge(visit, 1, items));
        if (chance.nextInt(100) < ASKED) {
            talk.work(() -> talk.counter.preSettle(visit, split, true));
        }
        finish(talk, person, () -> talk.counter.settle(visit, split, true), chance);
    }

    private void stay(Talk talk, HisPerson person, Random chance) {
        LocalDateTime now = talk.now();
        HisVisit visit = talk.work(() -> talk.counter.admit(person, "21", LUNG, now));
        HisSplit sum = HisSplit.NONE;
        int parts = 2 + chance.nextInt(3);
        for (int part = 0; part < parts; part++) {
            int first = part * 20 + 1;
            List<HisItem> items = items(chance, 5 + chance.nextInt(15), 8);
            sum = sum.and(talk.work(() -> talk.counter.charge(visit, first, items)));
        }
        HisSplit split = sum;
        talk.work(() -> {
            talk.counter.discharge(visit, now);
            return true;
        });
        talk.work(() -> talk.counter.preSettle(visit, split, false));
        finish(talk, person, () -> talk.counter.settle(visit, split, false), chance);
    }

    private void purchase(Talk talk, HisPerson person, Random chance) {
        LocalDateTime now = talk.now();
        List<HisItem> items = items(chance, 1 + chance.nextInt(3), 1);
        finish(talk, person, () -> talk.counter.buy(person, items, now, true, true), chance);
    }

    private static List<HisItem> items(Random chance, int count, int dear) {
        List<HisItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(Town.item(chance.nextInt(30), dear * (5 + chance.nextInt(60)), 1 + chance.nextInt(3)));
        }
        return items;
    }

    /** Settles, and what may follow. */
    private void finish(Talk talk, HisPerson person, Supplier<HisBill> settle, Random chance) {
        int fate = chance.nextInt(100);
        HisBill bill = talk.settle(settle, fate < TWICE && fate >= UNDONE);
        if (fate < CANCELLED) {
            acknowledged.add(talk.work(() -> talk.counter.cancel(person, bill)).number());
        } else if (fate < UNDONE) {
            talk.work(() -> {
                talk.counter.reverse(person, bill.infno(), bill.msgid());
                return true;
            });
        } else if (fate < TWICE + 5) {
            ObjectNode input = JsonNodeFactory.instance.objectNode();
            input.putObject("data")
                    .put("psn_no", person.number())
                    .put("setl_id", bill.number())
                    .put("mdtrt_id", bill.visit());
            talk.work(() -> talk.ask("5203", input));
        }
    }

    /** One institution's calls for one visit, under ids that stay the same when a call is sent again. */
    private final class Talk {
        private final HisClient client;
        private final SameIds ids;
        private final HisCounter counter;
        private long late;

        Talk(HisClient client, long due) {
            this.client = client;
            this.ids = new SameIds(client::msgid);
            this.counter = new HisCounter(client, ids, call -> {
                latencies.note(call.infno(), call.micros() + late);
                late = 0;
            });
            this.late = Math.max(0, System.nanoTime() - due) / 1000;
        }

        /** Now, or a minute ago: no clock is so far behind. */
        LocalDateTime now() {
            return client.now().minusMinutes(1).withNano(0);
        }

        <T> T work(Supplier<T> work) {
            T done = again(work);
            ids.forget();
            return done;
        }

        boolean ask(String infno, ObjectNode input) {
            var call = client.call(infno, ids.get(), input);
            latencies.note(call.infno(), call.micros());
            return call.done();
        }

        HisBill settle(Supplier<HisBill> settle, boolean twice) {
            HisBill bill = again(settle);
            acknowledged.add(bill.number());
            if (twice) {
                ids.again();
                if (!again(settle).output().equals(bill.output())) {
                    different.increment();
                }
            }
            ids.forget();
            return bill;
        }

        private <T> T again(Supplier<T> work) {
            while (true) {
                try {
                    return work.get();
                } catch (HisFault fault) {
                    boolean maybeDone = !fault.answered() || fault.code().equals("E-GWY-500");
                    if (!maybeDone || !goesOn.getAsBoolean()) {
                        throw fault;
                    }
                    unanswered.increment();
                    ids.again();
                    pause();
                }
            }
        }

        private static void pause() {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
