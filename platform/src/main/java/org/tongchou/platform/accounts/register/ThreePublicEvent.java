package org.tongchou.platform.accounts.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trip abroad, a reception or a purchase of vehicles. Their money stands in the entries.
 *
 * @param id its id
 * @param bookId its book
 * @param unitId the unit
 * @param unitName name of the unit
 * @param kind 因公出国, 公务接待 or 公务用车购置
 * @param date day it took place
 * @param name name of the group, of the guests' unit, or of the vehicles
 * @param purpose what for; may be empty
 * @param times groups, receptions or vehicles
 * @param people travellers or guests; 0 for vehicles
 * @param trail what became of it
 */
public record ThreePublicEvent(
        long id,
        long bookId,
        long unitId,
        String unitName,
        String kind,
        LocalDate date,
        String name,
        String purpose,
        int times,
        int people,
        Registers.Trail trail) {
    static final String ABROAD = "因公出国";
    static final String RECEPTION = "公务接待";
    static final String VEHICLES = "公务用车购置";
    static final List<String> KINDS = List.of(ABROAD, RECEPTION, VEHICLES);

    /**
     * An event that is typed in; the fields of {@link ThreePublicEvent}.
     *
     * @param version the version that was seen; not looked at when creating
     */
    public record Request(
            @Nullable Long bookId,
            @Nullable Long unitId,
            @Nullable String kind,
            @Nullable LocalDate date,
            @Nullable String name,
            @Nullable String purpose,
            @Nullable Integer times,
            @Nullable Integer people,
            @Nullable Integer version) {}

    /**
     * Which events are wanted.
     *
     * @param bookId the book
     * @param unitId unit
     * @param kind 因公出国, 公务接待 or 公务用车购置
     * @param batchId the batch they were imported with
     * @param text a part of name or purpose
     * @param cancelled whether cancelled ones are shown instead
     */
    record Filter(
            long bookId,
            @Nullable Long unitId,
            @Nullable String kind,
            @Nullable Long batchId,
            @Nullable String text,
            @Nullable Boolean cancelled) {}

    /**
     * Counts of events.
     *
     * @param groups 出国团组数
     * @param travellers 出国人次
     * @param receptions 接待批次
     * @param guests 接待人次
     * @param vehicles 购置车辆数
     */
    record Totals(long groups, long travellers, long receptions, long guests, long vehicles) {
        static Totals of(List<ThreePublicEvent> events) {
            return new Totals(
                    sum(events, ABROAD, ThreePublicEvent::times),
                    sum(events, ABROAD, ThreePublicEvent::people),
                    sum(events, RECEPTION, ThreePublicEvent::times),
                    sum(events, RECEPTION, ThreePublicEvent::people),
                    sum(events, VEHICLES, ThreePublicEvent::times));
        }

        private static long sum(
                List<ThreePublicEvent> events, String kind, java.util.function.ToIntFunction<ThreePublicEvent> count) {
            return events.stream()
                    .filter(event -> event.kind().equals(kind))
                    .mapToInt(count)
                    .sum();
        }
    }
}
