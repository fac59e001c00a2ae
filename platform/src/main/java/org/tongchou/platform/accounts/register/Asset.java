package org.tongchou.platform.accounts.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle, or equipment of 100 万元 and more.
 *
 * @param id its id
 * @param unitId the unit that holds it
 * @param unitName name of the unit
 * @param kind 车辆 or 大型设备
 * @param purpose what a vehicle is for; empty for equipment
 * @param number number in the asset register
 * @param name what it is
 * @param fen value in fen
 * @param boughtOn day it was bought
 * @param disposedOn day it was disposed of; null while it is held
 * @param trail what became of the row
 */
public record Asset(
        long id,
        long unitId,
        String unitName,
        String kind,
        String purpose,
        String number,
        String name,
        long fen,
        LocalDate boughtOn,
        @Nullable LocalDate disposedOn,
        Registers.Trail trail) {
    static final String VEHICLE = "车辆";
    static final String EQUIPMENT = "大型设备";

    /** What vehicles are for, as published. */
    static final List<String> PURPOSES =
            List.of("副部（省）级以上领导用车", "主要领导干部用车", "机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车", "离退休干部用车", "其他用车");

    /**
     * An asset that is typed in; the fields of {@link Asset}.
     *
     * @param bookId the book it is looked at from; its bureau holds the asset
     * @param version the version that was seen; not looked at when creating
     */
    public record Request(
            @Nullable Long bookId,
            @Nullable Long unitId,
            @Nullable String kind,
            @Nullable String purpose,
            @Nullable String number,
            @Nullable String name,
            @Nullable Long fen,
            @Nullable LocalDate boughtOn,
            @Nullable LocalDate disposedOn,
            @Nullable Integer version) {}

    /**
     * Which assets are wanted.
     *
     * @param bookId the book: assets held at the end of its year, unless all are wanted
     * @param unitId unit
     * @param kind 车辆 or 大型设备
     * @param purpose what a vehicle is for
     * @param text a part of number or name
     * @param held false for those disposed of or bought later as well
     * @param cancelled whether cancelled ones are shown instead
     */
    record Filter(
            long bookId,
            @Nullable Long unitId,
            @Nullable String kind,
            @Nullable String purpose,
            @Nullable String text,
            @Nullable Boolean held,
            @Nullable Boolean cancelled) {}

    /**
     * Counts of assets.
     *
     * @param count all
     * @param vehicles vehicles
     * @param equipment large equipment
     * @param fen value of all in fen
     */
    record Totals(long count, long vehicles, long equipment, long fen) {
        static Totals of(List<Asset> assets) {
            long vehicles = assets.stream()
                    .filter(asset -> asset.kind().equals(VEHICLE))
                    .count();
            return new Totals(
                    assets.size(),
                    vehicles,
                    assets.size() - vehicles,
                    assets.stream().mapToLong(Asset::fen).sum());
        }
    }
}
