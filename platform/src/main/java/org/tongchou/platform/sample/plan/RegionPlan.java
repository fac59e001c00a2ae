package org.tongchou.platform.sample.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.PolicyPack;

/**
 * A whole region.
 *
 * @param setting which region
 * @param counties its counties
 * @param employers who enrols people, only those with people
 * @param households in the order of their people
 * @param people in the order of their households
 * @param providers hospitals, clinics, pharmacies
 * @param staff physicians, nurses, pharmacists
 * @param villages villages
 */
public record RegionPlan(
        Setting setting,
        List<PlannedCounty> counties,
        List<PlannedEmployer> employers,
        List<PlannedHousehold> households,
        List<PlannedPerson> people,
        List<PlannedProvider> providers,
        List<PlannedStaff> staff,
        List<PlannedVillage> villages) {
    /** Copies the lists. */
    public RegionPlan {
        counties = List.copyOf(counties);
        employers = List.copyOf(employers);
        households = List.copyOf(households);
        people = List.copyOf(people);
        providers = List.copyOf(providers);
        staff = List.copyOf(staff);
        villages = List.copyOf(villages);
    }

    /**
     * A county.
     *
     * @param code six digits
     * @param name its name
     * @param tier a word of the policy; empty when it knows none
     * @param percent of a hundred people of the region, how many live there
     */
    public record PlannedCounty(String code, String name, String tier, int percent) {}

    /** How an employer pays. */
    public enum Habit {
        /** Within the month. */
        PROMPT,
        /** Some weeks late, now and then. */
        LATE,
        /** Not at all for the last months. */
        ARREARS
    }

    /**
     * Who enrols people.
     *
     * @param code credit code
     * @param name its name
     * @param kind 机关, 事业单位, 企业, 社会组织, 个体工商户 or 学校
     * @param county code of its county
     * @param registered since when
     * @param habit how it pays
     */
    public record PlannedEmployer(
            String code, String name, String kind, String county, LocalDate registered, Habit habit) {
        /** Whether it enrols students, and owes no dues. */
        public boolean school() {
            return kind.equals("学校");
        }
    }

    /**
     * A household.
     *
     * @param number 户号
     * @param county code of its county
     * @param address where
     */
    public record PlannedHousehold(String number, String county, String address) {}

    /**
     * A person.
     *
     * @param name name
     * @param idNumber identity number with its check digit
     * @param sex {@code male} or {@code female}
     * @param born day of birth
     * @param household place of the household in the list
     * @param relation 与户主关系
     * @param guardian place of a newborn's parent in the list of people; null for all others
     * @param phone telephone number; empty for children
     * @param periods what they are and were enrolled in, in order of time
     * @param identities special identities
     * @param deemed months before the scheme began that count for retirement (视同缴费)
     * @param earlier months paid here before the platform kept dues (历史缴费)
     * @param wageFen monthly wage; 0 for those without
     */
    public record PlannedPerson(
            String name,
            String idNumber,
            String sex,
            LocalDate born,
            int household,
            String relation,
            @Nullable Integer guardian,
            String phone,
            List<Period> periods,
            List<Identity> identities,
            int deemed,
            int earlier,
            long wageFen) {
        /** Copies the lists. */
        public PlannedPerson {
            periods = List.copyOf(periods);
            identities = List.copyOf(identities);
        }

        /** What they are enrolled in on a day; null when in nothing. */
        public @Nullable Period on(LocalDate day) {
            return periods.stream()
                    .filter(period -> !period.from().isAfter(day)
                            && (period.to() == null || !period.to().isBefore(day)))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * A period in a scheme.
     *
     * @param scheme the scheme
     * @param type 人员类别 of the pack, perhaps empty
     * @param from first day
     * @param to last day; null while it lasts
     * @param endReason why it ended; empty while it lasts
     * @param employer credit code of the employer or school; empty for none
     * @param county code of the county
     * @param feeTier fee tier of the pack, perhaps empty
     */
    public record Period(
            String scheme,
            String type,
            LocalDate from,
            @Nullable LocalDate to,
            String endReason,
            String employer,
            String county,
            String feeTier) {}

    /**
     * A special identity.
     *
     * @param word word of the pack
     * @param from first day
     * @param to last day; null for no end
     * @param department which department found it
     */
    public record Identity(
            String word, LocalDate from, @Nullable LocalDate to, String department) {}

    /**
     * A provider.
     *
     * @param code national code
     * @param name its name
     * @param kind 医院, 社区卫生服务机构, 乡镇卫生院, 诊所, 村卫生室 or 零售药店
     * @param level {@code hosp_lv}
     * @param tcm whether it is one of Chinese medicine
     * @param county code of its county
     * @param town its town
     * @param opened since when
     * @param standing where its agreement stands
     */
    public record PlannedProvider(
            String code,
            String name,
            String kind,
            String level,
            boolean tcm,
            String county,
            String town,
            LocalDate opened,
            Standing standing) {
        /** Where an agreement stands. */
        public enum Standing {
            /** In force. */
            SIGNED,
            /** Resting. */
            SUSPENDED,
            /** None was asked for. */
            NONE
        }
    }

    /**
     * Somebody who practises.
     *
     * @param code national code
     * @param name name
     * @param title professional title
     * @param department department and specialty
     * @param provider code of the provider
     * @param begins since when
     */
    public record PlannedStaff(
            String code, String name, String title, String department, String provider, LocalDate begins) {}

    /**
     * A village.
     *
     * @param code twelve digits
     * @param name its name
     * @param town its town
     * @param people how many live there
     * @param provider code of the post that serves it; empty for none
     */
    public record PlannedVillage(String code, String name, String town, int people, String provider) {}

    /**
     * Plans a region.
     *
     * @param tiers the words by which the policy tells counties apart; none when it treats all alike
     */
    public static RegionPlan of(PolicyPack pack, Set<String> tiers, Setting setting) {
        List<PlannedCounty> counties = CountyMaker.counties(tiers);
        EmployerMaker employers = new EmployerMaker(setting, counties);
        HouseholdMaker households = new HouseholdMaker(new PackWords(pack), setting, counties, employers);
        households.make();
        ProviderMaker providers = new ProviderMaker(setting, counties);
        return new RegionPlan(
                setting,
                counties,
                employers.used(),
                households.households(),
                households.people(),
                providers.providers(),
                providers.staff(),
                providers.villages());
    }

    /** SHA-256 of everything in it, to tell whether two plans are the same. */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.of(List.of(setting), counties, employers, households, people, providers, staff, villages)
                    .flatMap(List::stream)
                    .forEach(part -> digest.update(part.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
