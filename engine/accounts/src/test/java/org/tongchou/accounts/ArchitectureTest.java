package org.tongchou.accounts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of ARCHITECTURE.md and CONTRIBUTING.md that no compiler knows. */
class ArchitectureTest {
    private static final String ROOT = "org.tongchou.accounts";
    private static final String MONEY = "org.tongchou.money";
    private static final String FILES = "org.tongchou.files";

    private static final JavaClasses CLASSES = importOurs();

    /** Which packages a package may use besides its own sub-packages, files and money; a cycle cannot be written here. */
    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        allow("source");
        allow("source.format", "source");
        allow("model", "source");
        allow("classification", "model", "source");
        allow("publish", "model", "source");
        allow("recognise", "classification", "model", "source");
        allow("narrative", "classification", "model", "source");
        allow("check", "recognise", "narrative", "classification", "model", "source");
        allow("figures", "classification", "model", "source");
        allow("derive", "figures", "publish", "classification", "model", "source");
        allow("compare", "publish", "classification", "model", "source");
        allow("read", "recognise", "narrative", "source.format", "classification", "model", "source");
        allow("write", "publish", "model", "source");
        allow("report", "check", "classification", "model", "source");
    }

    /** Packages that measure pages and pictures, where fractions of a point are no money. */
    private static final Set<String> GEOMETRY = Set.of("source.format", "write", "report", "compare");

    /** Our classes only: reading the libraries' classes too would take long and answer nothing asked here. */
    private static JavaClasses importOurs() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT, MONEY, FILES);
    }

    private static void allow(String name, String... others) {
        List<String> allowed = List.of(others);
        assertThat(MAY_USE.keySet()).as("packages named before " + name).containsAll(allowed);
        MAY_USE.put(name, allowed);
    }

    static Stream<String> packages() {
        return MAY_USE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void dependenciesPointOneWay(String name) {
        Set<String> strangers = new TreeSet<>(MAY_USE.keySet());
        strangers.remove(name);
        MAY_USE.getOrDefault(name, List.of()).forEach(strangers::remove);
        noClasses()
                .that(areIn(Set.of(name)))
                .should()
                .dependOnClassesThat(areIn(strangers))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().startsWith(ROOT + "."))
                        .map(ArchitectureTest::room)
                        .distinct())
                .isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
        slices().matching("org.tongchou.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void moneyKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage(MONEY + "..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", MONEY + "..")
                .check(CLASSES);
    }

    @Test
    void filesKnowNoEngine() {
        noClasses()
                .that()
                .resideInAPackage(FILES + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are engines",
                        type -> type.getPackageName().startsWith("org.tongchou.")
                                && !type.getPackageName().startsWith(FILES)
                                && !type.getPackageName().startsWith(MONEY)))
                .check(CLASSES);
    }

    @Test
    void amountsAreNeverFloatingPoint() {
        DescribedPredicate<JavaClass> countMoney = DescribedPredicate.describe(
                "count money",
                type -> type.getPackageName().startsWith(MONEY)
                        || (type.getPackageName().startsWith(ROOT) && !GEOMETRY.contains(room(type))));
        DescribedPredicate<JavaClass> floating =
                DescribedPredicate.describe("floating point", ArchitectureTest::isFloating);
        noFields()
                .that()
                .areDeclaredInClassesThat(countMoney)
                .should()
                .haveRawType(floating)
                .check(CLASSES);
        noCodeUnits()
                .that()
                .areDeclaredInClassesThat(countMoney)
                .should()
                .haveRawReturnType(floating)
                .check(CLASSES);
        noCodeUnits()
                .that()
                .areDeclaredInClassesThat(countMoney)
                .should()
                .haveRawParameterTypes(DescribedPredicate.describe(
                        "with floating point", types -> types.stream().anyMatch(ArchitectureTest::isFloating)))
                .check(CLASSES);
        noClasses()
                .that(countMoney)
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "a number is taken through floating point",
                        call -> Set.of("doubleValue", "floatValue", "parseDouble", "parseFloat")
                                .contains(call.getName())))
                .check(CLASSES);
    }

    @Test
    void enginesHaveNoClock() {
        noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe("the time is asked for", ArchitectureTest::readsClock))
                .check(CLASSES);
    }

    @Test
    void enginesKnowNoFrameworkDatabaseOrNetwork() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net.http..",
                        "java.rmi..",
                        "picocli..",
                        "org.tongchou.cli..")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(.*URLConnection|(Server|Datagram)?Socket)")
                .check(CLASSES);
    }

    @Test
    void enginesNeitherPrintNorExit() {
        noClasses().should().accessField(System.class, "out").check(CLASSES);
        noClasses().should().accessField(System.class, "err").check(CLASSES);
        noClasses().should().callMethod(System.class, "exit", int.class).check(CLASSES);
        noClasses()
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "a stack trace is printed", call -> call.getName().equals("printStackTrace")))
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.isAnnotatedWith(NullMarked.class))
                        .as(found.getName())
                        .isTrue());
    }

    private static DescribedPredicate<JavaClass> areIn(Set<String> rooms) {
        return DescribedPredicate.describe(
                "are in " + rooms, type -> type.getPackageName().startsWith(ROOT + ".") && rooms.contains(room(type)));
    }

    /** The package named in the order that a type belongs to: its own, or the nearest one around it. */
    private static String room(JavaClass type) {
        String name =
                type.getPackageName().substring(Math.min(type.getPackageName().length(), ROOT.length() + 1));
        String candidate = name;
        while (!MAY_USE.containsKey(candidate) && candidate.contains(".")) {
            candidate = candidate.substring(0, candidate.lastIndexOf('.'));
        }
        return MAY_USE.containsKey(candidate) ? candidate : name;
    }

    private static boolean isFloating(JavaClass type) {
        return Arrays.asList("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getBaseComponentType().getName());
    }

    private static boolean readsClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean nowWithoutArguments = name.equals("now") && owner.startsWith("java.time.");
        boolean systemTime = owner.equals("java.lang.System") && name.equals("currentTimeMillis");
        boolean newDate = (owner.equals("java.util.Date") && name.equals(JavaConstructor.CONSTRUCTOR_NAME))
                || (owner.equals("java.util.Calendar") && name.equals("getInstance"));
        boolean clock = owner.equals("java.time.Clock") && name.startsWith("system");
        return nowWithoutArguments || systemTime || newDate || clock;
    }
}
