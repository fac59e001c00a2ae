package org.tongchou.platform.sample.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedCounty;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedProvider;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedProvider.Standing;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedStaff;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedVillage;

/** Makes hospitals of every level, clinics, pharmacies and village posts with their people. */
final class ProviderMaker {
    private static final String[] SIGNS = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    private static final String HOSPITAL = "医院";
    private static final String PHARMACY = "零售药店";
    private static final String CLINIC = "诊所";
    private static final String POST = "村卫生室";
    private static final String NO_LEVEL = "11";
    private static final int VILLAGERS = 500;

    private static final List<String> DEPARTMENTS = List.of("内科", "外科", "妇产科", "儿科", "急诊科", "中医科", "康复科", "肿瘤科");
    private static final List<String> TITLES = List.of("主任医师", "副主任医师", "主治医师", "主治医师", "住院医师");

    private final SplittableRandom random;
    private final List<PlannedProvider> providers = new ArrayList<>();
    private final List<PlannedStaff> staff = new ArrayList<>();
    private final List<PlannedVillage> villages = new ArrayList<>();
    private final Map<String, Integer> codes = new HashMap<>();

    ProviderMaker(Setting setting, List<PlannedCounty> counties) {
        random = new SplittableRandom(setting.seed() * 31 + 11);
        for (PlannedCounty county : counties) {
            county(county, setting.people() / 100 * county.percent());
        }
    }

    List<PlannedProvider> providers() {
        return providers;
    }

    List<PlannedStaff> staff() {
        return staff;
    }

    List<PlannedVillage> villages() {
        return villages;
    }

    private void county(PlannedCounty county, int people) {
        boolean city = county.percent() > 30;
        String centre = CountyMaker.TOWNS.get(0);
        if (city) {
            institution(county, "样例市第一医院", HOSPITAL, "02", false, centre, 60);
            institution(county, "样例市中医院", HOSPITAL, "03", true, centre, 40);
        }
        institution(county, county.name() + "医院", HOSPITAL, "05", false, centre, 30);
        institution(county, county.name() + "第二医院", HOSPITAL, "08", false, centre, 12);
        institution(county, county.name() + "社区卫生服务中心", "社区卫生服务机构", "10", false, centre, 8);
        for (String town : CountyMaker.TOWNS.subList(1, CountyMaker.TOWNS.size())) {
            institution(county, county.name() + town + "卫生院", "乡镇卫生院", "10", false, town, 6);
        }
        for (int i = 0; i < few(people, 1_200, 20); i++) {
            institution(county, county.name() + SIGNS[i % 10] + number(i) + CLINIC, CLINIC, NO_LEVEL, false, centre, 1);
        }
        for (int i = 0; i < few(people, 600, 60); i++) {
            institution(
                    county, county.name() + SIGNS[i % 10] + number(i) + "药房", PHARMACY, NO_LEVEL, false, town(i), 1);
        }
        for (int i = 0; i < few(people, VILLAGERS, 300); i++) {
            village(county, i);
        }
    }

    private static int few(int people, int each, int most) {
        return Math.min(most, Math.max(2, people / each));
    }

    private static String number(int place) {
        return place < SIGNS.length ? "" : Integer.toString(place / SIGNS.length);
    }

    private static String town(int place) {
        return CountyMaker.TOWNS.get(place % CountyMaker.TOWNS.size());
    }

    private void village(PlannedCounty county, int place) {
        String town = CountyMaker.TOWNS.get(1 + place % (CountyMaker.TOWNS.size() - 1));
        String name = town.substring(0, 3) + SIGNS[place % 10] + number(place) + "村";
        String post = "";
        if (random.nextInt(10) < 8) {
            post = institution(county, county.name() + name + "卫生室", POST, NO_LEVEL, false, town, 1);
        }
        villages.add(new PlannedVillage(
                "%s%06d".formatted(county.code(), 100_001 + place),
                name,
                town,
                VILLAGERS / 2 + random.nextInt(VILLAGERS),
                post));
    }

    private String institution(
            PlannedCounty county, String name, String kind, String level, boolean tcm, String town, int physicians) {
        boolean pharmacy = kind.equals(PHARMACY);
        String code = next(pharmacy ? "P" : "H", county.code(), 5);
        LocalDate opened = LocalDate.of(1998 + random.nextInt(22), 1 + random.nextInt(12), 1);
        providers.add(new PlannedProvider(code, name, kind, level, tcm, county.code(), town, opened, standing(kind)));
        for (int i = 0; i < physicians && !pharmacy; i++) {
            String department = tcm ? "中医科" : DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size()));
            String title = TITLES.get(random.nextInt(TITLES.size()));
            staff("D", "医师", title, physicians == 1 ? "全科" : department, county, code, opened);
        }
        for (int i = 0; i < physicians * 4 / 3 - 1; i++) {
            staff("N", "护士", i % 5 == 0 ? "主管护师" : "护师", "护理部", county, code, opened);
        }
        for (int i = 0; i < (pharmacy ? 1 : physicians / 8); i++) {
            staff("HY", "药师", pharmacy ? "执业药师" : "主管药师", "药学部", county, code, opened);
        }
        return code;
    }

    /** The second pharmacy rests; every tenth clinic and pharmacy has not applied yet. */
    private Standing standing(String kind) {
        int others = (int)
                providers.stream().filter(each -> each.kind().equals(kind)).count();
        if (kind.equals(PHARMACY) && others == 1) {
            return Standing.SUSPENDED;
        }
        return (kind.equals(PHARMACY) || kind.equals(CLINIC)) && others % 10 == 4 ? Standing.NONE : Standing.SIGNED;
    }

    private void staff(
            String letters,
            String word,
            String title,
            String department,
            PlannedCounty county,
            String provider,
            LocalDate opened) {
        int number = staff.size() + 1;
        staff.add(new PlannedStaff(
                next(letters, county.code(), 6),
                "样例%s%s%04d".formatted(word, SIGNS[number % 10], number),
                title,
                department,
                provider,
                opened.plusYears(random.nextInt(5))));
    }

    private String next(String letters, String county, int digits) {
        return letters + county + ("%0" + digits + "d").formatted(codes.merge(letters + county, 1, Integer::sum));
    }
}
