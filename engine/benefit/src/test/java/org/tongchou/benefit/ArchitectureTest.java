package org.tongchou.benefit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of ARCHITECTURE.md for this module. */
class ArchitectureTest {
    private static final String ROOT = "org.tongchou.benefit";

    private static final JavaClasses CLASSES = importOurs();

    /**
     * A package with everything it may use besides itself, files and money.
     *
     * @param name the package
     * @param own packages of this module
     */
    private record Room(String name, List<String> own) {
        String[] allowed() {
            return Stream.of(
                            Stream.of("java..", "org.jspecify..", "tools.jackson..", "org.tongchou.money"),
                            Stream.of("org.tongchou.files..", ROOT + "." + name),
                            own.stream().map(other -> ROOT + "." + other))
                    .flatMap(packages -> packages)
                    .toArray(String[]::new);
        }
    }

    /** From what the rules say to what they would cost: nobody uses a later one. */
    static List<Room> rooms() {
        return List.of(
                new Room("policy", List.of()),
                new Room("explain", List.of("policy")),
                new Room("settle", List.of("explain", "policy")),
                new Room("calculation", List.of("settle", "explain", "policy")),
                new Room("coverage", List.of("calculation", "settle", "policy")),
                new Room("funding", List.of("calculation", "settle", "policy")),
                new Room("account", List.of("funding", "calculation", "settle", "policy")),
                new Room("maternity", List.of("calculation", "settle", "policy")),
                new Room("care", List.of("calculation", "settle", "policy")),
                new Room(
                        "cases",
                        List.of(
                                "settle",
                                "explain",
                                "calculation",
                                "coverage",
                                "funding",
                                "account",
                                "maternity",
                                "care",
                                "policy")),
                new Room("claims", List.of("settle", "policy")),
                new Room("simulation", List.of("claims", "settle", "policy")));
    }

    /** Our classes only: reading the libraries' classes too would take long and answer nothing asked here. */
    private static JavaClasses importOurs() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void packagesUseOnlyWhatTheyMay(Room room) {
        classes()
                .that()
                .resideInAPackage(ROOT + "." + room.name())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(room.allowed())
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        assertThat(rooms().stream().map(room -> ROOT + "." + room.name()))
                .containsAll(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .toList());
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void amountsAndRatiosAreNeverFloatingPoint() {
        DescribedPredicate<JavaClass> floating = DescribedPredicate.describe(
                "floating point",
                type -> Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                        .contains(type.getBaseComponentType().getName()));
        noFields().should().haveRawType(floating).check(CLASSES);
        noCodeUnits().should().haveRawReturnType(floating).check(CLASSES);
        noCodeUnits()
                .should()
                .haveRawParameterTypes(DescribedPredicate.describe(
                        "with floating point", types -> types.stream().anyMatch(floating)))
                .check(CLASSES);
        noClasses()
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "a number is taken through floating point",
                        call -> Set.of("doubleValue", "floatValue", "parseDouble", "parseFloat")
                                .contains(call.getName())))
                .check(CLASSES);
    }

    @Test
    void theEngineHasNoClockAndNeitherPrintsNorExits() {
        noClasses()
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "the time is asked for, or the program ended",
                        call -> Set.of("now", "currentTimeMillis", "systemDefaultZone", "exit")
                                .contains(call.getName())))
                .check(CLASSES);
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.isAnnotatedWith(NullMarked.class))
                        .as(found.getName())
                        .isTrue());
    }
}
