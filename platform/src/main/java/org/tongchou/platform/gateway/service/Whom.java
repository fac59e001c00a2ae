package org.tongchou.platform.gateway.service;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongchou.platform.crossregion.Guests;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.gateway.wire.WireFault;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Settlements.Request;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;

/** People on file here and people insured elsewhere, served alike: of the latter their own region says who they are, and settles. */
@Component
class Whom {
    private final Persons persons;
    private final Guests guests;
    private final Settlements settlements;

    Whom(Persons persons, Guests guests, Settlements settlements) {
        this.persons = persons;
        this.guests = guests;
        this.settlements = settlements;
    }

    /** Whether a call is about somebody insured in a region that we exchange people with. */
    boolean guest(Exchange exchange) {
        return exchange.call().outOfRegion() && guests.knows(exchange.call().insuredArea());
    }

    /** Asks the region of a call who somebody is. */
    Guests.Guest ask(Exchange exchange, String certificateType, String number, LocalDate day) {
        return guests.ask(exchange.call().insuredArea(), certificateType, number, day);
    }

    /** The person of a number. */
    Person byNumber(Exchange exchange, String number) {
        return guest(exchange)
                ? guests.byNumber(exchange.call().insuredArea(), number)
                : PersonServices.byNumber(persons, number);
    }

    /** The person of a settlement. */
    Person of(Settled settled) {
        Optional<Person> found =
                settled.personId() < 0 ? guests.find(settled.personId()) : persons.find(settled.personId());
        return found.orElseThrow();
    }

    /** Settles without keeping anything. */
    Settled preview(Visit visit, Request request) {
        return visit.personId() < 0 ? guests.preview(visit, request) : settlements.preview(visit, request);
    }

    /** Settles. */
    Settled settle(Exchange exchange, Visit visit, Request request) {
        return visit.personId() < 0
                ? guests.settle(exchange.actor(), visit, request)
                : settlements.settle(exchange.actor(), visit, request);
    }

    /** Takes a settlement back. */
    Settled cancel(Exchange exchange, Visit visit, Settled settled, boolean undone) {
        String message = exchange.call().msgid();
        return visit.personId() < 0
                ? guests.cancel(exchange.actor(), visit, settled, message, undone)
                : settlements.cancel(exchange.actor(), visit, settled.id(), message, undone);
    }

    /** Takes a cancellation back. */
    void restore(Exchange exchange, Visit visit, Settled mirror) {
        if (visit.personId() < 0) {
            throw new WireFault("E-GWY-075", "异地就医的撤销不能冲正，请重新结算");
        }
        settlements.restore(exchange.actor(), visit, mirror);
    }

    /** Takes back what the home region may have settled of a call that was never answered here. */
    void undo(Exchange exchange, String message) {
        if (guest(exchange)) {
            guests.undo(exchange.call().insuredArea(), message);
        }
    }
}
