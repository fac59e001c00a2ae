package org.tongchou.platform.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.crossregion.simulated.Simulation;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.sample.SamplePeople;
import org.tongchou.platform.sample.SamplePeople.SamplePerson;
import org.tongchou.platform.training.day.GuestVisits;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/**
 * People of the neighbours are treated here and people of ours there, all by the messages that regions exchange. What a message did is
 * done once: a run that was cut off is finished by the next.
 */
@Component
class NeighboursCare {
    private static final int OURS = 6;
    /** People are tried until so many were settled; not everybody is entitled on the day. */
    private static final int TRIED = 60;

    private final GuestVisits guests;
    private final SamplePeople sample;
    private final Persons persons;
    private final Simulation simulation;

    NeighboursCare(GuestVisits guests, SamplePeople sample, Persons persons, Simulation simulation) {
        this.guests = guests;
        this.sample = sample;
        this.persons = persons;
        this.simulation = simulation;
    }

    void run(JobRun run) {
        int treatedHere = 0;
        int treatedThere = 0;
        for (int at = 0; at < Neighbours.ALL.size(); at++) {
            Neighbours one = Neighbours.ALL.get(at);
            run.progress(at, Neighbours.ALL.size(), one.name());
            run.stopIfCancelled();
            treatedHere += guests.play(one.area(), one.guests(), at + 1L);
            treatedThere += ours(one, at);
        }
        run.result(Map.of("异地参保人在本地就医", treatedHere, "本地参保人在异地就医", treatedThere));
    }

    /** People of ours fall ill at a neighbour's; the last of their bills is taken back. */
    private int ours(Neighbours one, int first) {
        List<SamplePerson> people = sample.people();
        List<String> settled = new ArrayList<>();
        for (int i = 0; i < TRIED && settled.size() < OURS; i++) {
            SamplePerson person = people.get((first + i * Neighbours.ALL.size()) * 37 % people.size());
            String message = "DEMO-" + one.area() + "-" + i;
            if (sent(one, message, person, i)) {
                settled.add(message);
            }
        }
        if (!settled.isEmpty()) {
            simulation.cancel(Actor.SYSTEM, one.area(), settled.get(settled.size() - 1), false);
        }
        return settled.size();
    }

    private boolean sent(Neighbours one, String message, SamplePerson person, int order) {
        try {
            boolean stay = order % 3 != 2;
            simulation.send(
                    Actor.SYSTEM,
                    new Simulation.Request(
                            one.area(),
                            message,
                            persons.byIdNumber(person.idNumber())
                                    .map(Person::number)
                                    .orElse(""),
                            person.scheme(),
                            stay,
                            120_00L + order * 35_10L,
                            order * 12_40L,
                            stay ? 600_00L + order * 80_25L : 15_00L,
                            stay ? 6_800_00L + order * 2_150_50L : 260_00L + order * 11_30L,
                            person.scheme().equals("employee")));
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }
}
