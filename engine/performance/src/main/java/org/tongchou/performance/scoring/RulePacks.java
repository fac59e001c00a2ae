package org.tongchou.performance.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.performance.scoring.PackReader.Declared;

/** The rule packs in use: those shipped, and those a bureau adds. Immutable. */
public final class RulePacks {
    private static final List<String> FILES =
            List.of("national.yaml", "fujian.yaml", "shandong.yaml", "ningxia.yaml", "hubei.yaml");

    /** Region of the pack that applies where no other does. */
    private static final String EVERYWHERE = "全国";

    private final List<Declared> packs;

    private RulePacks(List<Declared> packs) {
        this.packs = List.copyOf(packs);
    }

    /** The packs shipped with the library. */
    public static RulePacks standard() {
        return Holder.STANDARD;
    }

    /**
     * The shipped packs and that of a file. A pack with the id of a shipped one replaces it.
     *
     * @throws RulePackException naming file and line, in Chinese
     */
    public static RulePacks with(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return standard().plus(name, Files.readString(file));
        } catch (IOException e) {
            throw new RulePackException(file.toString(), "规则文件无法读取，请检查路径与编码（应为 UTF-8）", e);
        }
    }

    /** These packs and another one. */
    RulePacks plus(String file, String text) {
        Declared added = PackReader.read(file, text, all());
        List<Declared> together = new ArrayList<>();
        for (Declared old : packs) {
            if (!old.pack().id().equals(added.pack().id())) {
                requireApart(old, added);
                together.add(old);
            }
        }
        together.add(added);
        return new RulePacks(together);
    }

    private static void requireApart(Declared old, Declared added) {
        RulePack a = old.pack();
        RulePack b = added.pack();
        if (a.region().equals(b.region()) && (a.covers(b.from()) || b.covers(a.from()))) {
            throw new RulePackException(
                    added.origin(),
                    b.region() + " " + b.years() + "与 " + old.origin() + " 的 " + a.years() + "重叠，请改 from、to，或用同一 id “"
                            + a.id() + "”替换");
        }
    }

    /** All packs, the shipped ones first. */
    public List<RulePack> all() {
        return packs.stream().map(Declared::pack).toList();
    }

    /**
     * The pack for a region and year: one for the very city, else one of its province, else the national one. Years
     * before the first or after the last national pack get the nearest.
     *
     * @param region province or city, alone or together ({@code 福建省宁德市}, {@code 宁德}); null when not known
     * @param year null for the latest
     */
    public RulePack of(@Nullable String region, @Nullable Integer year) {
        String place = region == null ? "" : Text.compact(region);
        return newest(place, year, Kind.CITY)
                .or(() -> newest(place, year, Kind.LISTED))
                .or(() -> newest(place, year, Kind.PROVINCE))
                .or(() -> newest(EVERYWHERE, year, Kind.CITY))
                .orElseGet(() -> nearestNational(year));
    }

    /** How a pack may match a place, the closest first. */
    private enum Kind {
        /** The place is, or ends with, the pack's region. */
        CITY,
        /** The place is, or names, one of the pack's cities. */
        LISTED,
        /** The place begins with the pack's region. */
        PROVINCE
    }

    private Optional<RulePack> newest(String place, @Nullable Integer year, Kind kind) {
        return all().stream()
                .filter(pack -> year == null || pack.covers(year))
                .filter(pack -> matches(pack, place, kind))
                .max(Comparator.comparingInt(RulePack::from));
    }

    private static boolean matches(RulePack pack, String place, Kind kind) {
        if (place.length() < 2) {
            return false;
        }
        return switch (kind) {
            case CITY -> isSame(pack.region(), place) || place.endsWith(pack.region());
            case LISTED -> pack.cities().stream().anyMatch(city -> isSame(city, place) || place.endsWith(city));
            case PROVINCE -> place.startsWith(pack.region());
        };
    }

    /** Whether two names are the same, one perhaps without 省, 市 or 自治区 at its end. */
    private static boolean isSame(String full, String place) {
        return full.equals(place) || full.equals(place + "省") || full.equals(place + "市") || isRegion(full, place);
    }

    private static boolean isRegion(String full, String place) {
        return full.endsWith("自治区") && full.startsWith(place);
    }

    private RulePack nearestNational(@Nullable Integer year) {
        Comparator<RulePack> byStart = Comparator.comparingInt(RulePack::from);
        List<RulePack> national = all().stream()
                .filter(pack -> pack.region().equals(EVERYWHERE))
                .sorted(byStart)
                .toList();
        RulePack first = national.get(0);
        return year == null || year < first.from() ? first : national.get(national.size() - 1);
    }

    /** No packs at all: the ground on which others are put. */
    static RulePacks none() {
        return new RulePacks(List.of());
    }

    private static final class Holder {
        private static final RulePacks STANDARD = load();

        private static RulePacks load() {
            RulePacks packs = none();
            for (String file : FILES) {
                packs = packs.plus(file, resource(file));
            }
            return packs;
        }
    }

    /** The text of a file in the resources. */
    static String resource(String file) {
        try (InputStream stream = RulePacks.class.getResourceAsStream("/scoring/" + file)) {
            if (stream == null) {
                throw new RulePackException(file, "缺少规则文件 scoring/" + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RulePackException(file, "规则文件无法读取", e);
        }
    }
}
