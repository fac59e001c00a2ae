package org.tongchou.performance;

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

/** The rules of ARCHITECTURE.md for this module, and that the accounts do not know it. */
class ArchitectureTest {
    private static final String ROOT = "org.tongchou.performance";
    private static final String ACCOUNTS = "org.tongchou.accounts";

    private static final JavaClasses CLASSES = importOurs();

    /**
     * A package with everything it may use besides itself, files and money.
     *
     * @param name the package
     * @param own packages of this module
     * @param accounts packages of the accounts
     */
    private record Room(String name, List<String> own, List<String> accounts) {
        String[] allowed() {
            return Stream.of(
                            Stream.of("java..", "org.jspecify..", "tools.jackson..", "org.apache.commons.jexl3.."),
                            Stream.of("org.tongchou.money", "org.tongchou.files..", ROOT + "." + name),
                            own.stream().map(other -> ROOT + "." + other),
                            accounts.stream().map(other -> ACCOUNTS + "." + other))
                    .flatMap(packages -> packages)
                    .toArray(String[]::new);
        }
    }

    static List<Room> rooms() {
        return List.of(
                new Room("model", List.of(), List.of("source")),
                new Room("scoring", List.of("model"), List.of()),
                new Room("figures", List.of("model"), List.of("figures", "source")),
                new Room("read", List.of("model"), List.of("model", "source")),
                new Room("publish", List.of("model"), List.of("model", "publish", "source")),
                new Room("check", List.of("read", "scoring", "model"), List.of("check", "model", "source")),
                new Room("report", List.of("check", "scoring", "model"), List.of("check", "model", "source")));
    }

    /** Our classes only: reading the libraries' classes too would take long and answer nothing asked here. */
    private static JavaClasses importOurs() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT, ACCOUNTS);
    }

    private static JavaClasses ours() {
        return CLASSES.that(DescribedPredicate.describe(
                "are about performance", type -> type.getPackageName().startsWith(ROOT)));
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
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        assertThat(ours().stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        rooms().stream().map(room -> ROOT + "." + room.name()).toList());
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theFormulasOfChecksStayInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".check")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.jexl3..")
                .check(CLASSES);
    }

    @Test
    void accountsDoNotKnowPerformance() {
        noClasses()
                .that()
                .resideInAPackage(ACCOUNTS + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "..")
                .check(CLASSES);
    }

    @Test
    void pointsAndAmountsAreNeverFloatingPoint() {
        DescribedPredicate<JavaClass> floating = DescribedPredicate.describe(
                "floating point",
                type -> Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                        .contains(type.getBaseComponentType().getName()));
        noFields().should().haveRawType(floating).check(ours());
        noCodeUnits().should().haveRawReturnType(floating).check(ours());
        noCodeUnits()
                .should()
                .haveRawParameterTypes(DescribedPredicate.describe(
                        "with floating point", types -> types.stream().anyMatch(floating)))
                .check(ours());
        noClasses()
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "a number is taken through floating point",
                        call -> Set.of("doubleValue", "floatValue", "parseDouble", "parseFloat")
                                .contains(call.getName())))
                .check(ours());
    }

    @Test
    void theEngineHasNoClockAndNeitherPrintsNorExits() {
        noClasses()
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "the time is asked for, or the program ended",
                        call -> Set.of("now", "currentTimeMillis", "systemDefaultZone", "exit")
                                .contains(call.getName())))
                .check(ours());
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(ours());
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(ours().stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.isAnnotatedWith(NullMarked.class))
                        .as(found.getName())
                        .isTrue());
    }
}
