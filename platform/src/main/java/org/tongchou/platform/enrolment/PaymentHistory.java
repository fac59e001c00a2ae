package org.tongchou.platform.enrolment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import org.tongchou.benefit.coverage.Payment;

/** What was paid for people; told by the module that collects dues. Without one nothing was paid. */
public interface PaymentHistory {
    /**
     * The payments of a person, refunded and reversed ones left out.
     *
     * @param persons all ids of the person, see {@link Persons#idsOf}
     */
    List<Payment> of(Collection<Long> persons);

    /** Dues that were charged or paid for days after a day, as Chinese sentences: for a death that is told late. */
    List<String> after(Collection<Long> persons, LocalDate day);

    /** Gives the ids of all persons for whom a scheme is paid on a day. */
    void paid(String scheme, LocalDate day, LongConsumer person);
}
