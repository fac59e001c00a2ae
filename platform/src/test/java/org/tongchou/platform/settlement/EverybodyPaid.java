package org.tongchou.platform.settlement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.tongchou.benefit.coverage.Payment;
import org.tongchou.platform.enrolment.PaymentHistory;

/** Dues are told by another module; here they are always paid, until the end of the next year. */
@TestConfiguration(proxyBeanMethods = false)
public class EverybodyPaid {
    private final int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

    @Bean
    @Primary
    PaymentHistory paid() {
        return new PaymentHistory() {
            @Override
            public List<Payment> of(Collection<Long> persons) {
                return Stream.of("employee", "resident")
                        .flatMap(scheme -> Stream.of(year, year + 1).map(one -> paid(scheme, one)))
                        .toList();
            }

            private Payment paid(String scheme, int one) {
                return new Payment(
                        scheme,
                        LocalDate.of(one, 1, 1),
                        LocalDate.of(one, 12, 31),
                        LocalDate.of(one - 1, 11, 1),
                        Payment.Kind.OWN);
            }

            @Override
            public List<String> after(Collection<Long> persons, LocalDate day) {
                return List.of();
            }

            @Override
            public void paid(String scheme, LocalDate day, LongConsumer person) {}
        };
    }
}
