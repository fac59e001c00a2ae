package org.tongchou.platform.enrolment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.codes.IdentityNumber;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.Registry.NewPerson;

/** Plainly synthetic people, put on file without the counter. */
public final class Villagers {
    private final Registry registry;
    private final TransactionTemplate transactions;

    /** Puts people on file through this registry. */
    public Villagers(Registry registry, TransactionTemplate transactions) {
        this.registry = registry;
        this.transactions = transactions;
    }

    /** The number of somebody who was born on a day; an odd order is a man. */
    public static String idNumber(LocalDate born, int order) {
        return IdentityNumber.complete("359900" + born.toString().replace("-", "") + String.format("%03d", order))
                .number();
    }

    /** A person on file without any period. */
    public long person(String name, LocalDate born, int order, String county) {
        return newborn(name, born, order, county, null);
    }

    /** A person on file who was enrolled as a newborn under a parent, or under nobody. */
    public long newborn(String name, LocalDate born, int order, String county, @Nullable Long parent) {
        return transactions.execute(status -> {
            long act = registry.begin(TestActors.actor(), "import", "测试", born, 1L);
            return registry.persons(
                            act,
                            List.of(new NewPerson(
                                    "01",
                                    idNumber(born, order),
                                    name,
                                    order % 2 == 1 ? "male" : "female",
                                    born,
                                    county,
                                    null,
                                    "",
                                    parent,
                                    "13900000000")))
                    .get(0);
        });
    }

    /** Puts a person into a scheme for good. */
    public void enrol(long person, String scheme, String type, LocalDate from, String county) {
        enrol(new NewEnrolment(person, scheme, type, from, null, "", null, county, ""));
    }

    /** Puts a period on file. */
    public void enrol(NewEnrolment period) {
        transactions.executeWithoutResult(status -> registry.enrolments(
                registry.begin(TestActors.actor(), "import", "测试", period.from(), 1L), List.of(period)));
    }

    /** Credits months of work before the platform kept dues. */
    public void credit(long person, int months) {
        transactions.executeWithoutResult(status -> registry.credits(
                registry.begin(TestActors.actor(), "import", "测试", LocalDate.of(2020, 1, 1), 1L),
                List.of(new Registry.NewCredit(person, months, "历史缴费"))));
    }

    /** Puts an identity on file. */
    public void identify(long person, String word, LocalDate from, @Nullable LocalDate to) {
        transactions.executeWithoutResult(status -> registry.identities(
                registry.begin(TestActors.actor(), "import", "测试", from, 1L),
                List.of(new Registry.NewIdentity(person, word, from, to, "民政局", "测试文件"))));
    }
}
