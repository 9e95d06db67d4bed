package org.socklens;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The house: who may call whom.
@AnalyzeClasses(packages = "org.socklens", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int WALL_LINES = 500;

    /// The classes of `posix` that enter the kernel; its other classes are values for everyone.
    private static final DescribedPredicate<JavaClass> KERNEL_CALLS = resideInAPackage("org.socklens.posix")
            .and(simpleNameEndingWith("Calls")
                    .or(simpleNameEndingWith("Caller"))
                    .or(simpleNameEndingWith("Linkage")))
            .as("classes that make system calls");

    private static final DescribedPredicate<JavaClass> NOT_OURS = not(resideInAPackage("org.socklens.."));

    @ArchTest
    static final ArchRule posixCallsNobody = only("org.socklens.posix..");

    @ArchTest
    static final ArchRule trafficCallsNobodyButPosixValues = only("org.socklens.traffic..", "org.socklens.posix");

    @ArchTest
    static final ArchRule socketKnowsNoDoor =
            classes().that().resideInAPackage("org.socklens.socket").should().onlyDependOnClassesThat(
                    NOT_OURS.or(resideInAnyPackage("org.socklens.socket", "org.socklens.posix")));

    @ArchTest
    static final ArchRule eachDoorCallsSocketAndPosix =
            only("org.socklens.socket.(*)..", "org.socklens.socket", "org.socklens.posix");

    @ArchTest
    static final ArchRule endpointCallsSocketAndTraffic =
            only("org.socklens.endpoint..", "org.socklens.socket", "org.socklens.traffic", "org.socklens.posix");

    @ArchTest
    static final ArchRule accessCallsPosix = only("org.socklens.access..", "org.socklens.posix");

    @ArchTest
    static final ArchRule systemCallsSocketAndPosix =
            only("org.socklens.system..", "org.socklens.socket", "org.socklens.posix");

    @ArchTest
    static final ArchRule fewMakeSystemCalls = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.socklens.posix",
                    "org.socklens.socket.linux..",
                    "org.socklens.system..",
                    "org.socklens.access..",
                    "org.socklens.ui.app..")
            .should()
            .dependOnClassesThat(KERNEL_CALLS);

    @ArchTest
    static final ArchRule onlyPosixCallsNativeCode = noClasses()
            .that()
            .resideOutsideOfPackage("org.socklens.posix..")
            .should()
            .dependOnClassesThat(nameMatching("java\\.lang\\.foreign\\.(Linker|SymbolLookup).*"));

    @ArchTest
    static final ArchRule onlyTheWindowKnowsJavaFx = noClasses()
            .that()
            .resideOutsideOfPackages("org.socklens", "org.socklens.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..");

    @ArchTest
    static final ArchRule noPanelReachesIntoAnother = slices()
            .matching("org.socklens.ui.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAnyPackage("org.socklens.ui.app..", "org.socklens.ui.tour.."), alwaysTrue())
            .ignoreDependency(alwaysTrue(), resideInAPackage("org.socklens.ui.control.."));

    @ArchTest
    static final ArchRule settingsCallNobody = only("org.socklens.ui.settings..");

    @ArchTest
    static final ArchRule sharedControlsKnowNoPanel = noClasses()
            .that()
            .resideInAPackage("org.socklens.ui.control..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.socklens.ui..")
                    .and(not(resideInAPackage("org.socklens.ui.control.."))));

    @ArchTest
    static final ArchRule onlyTheTourPlaysInTheWindow = noClasses()
            .that()
            .resideOutsideOfPackages("org.socklens", "org.socklens.ui.app..", "org.socklens.ui.tour..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.socklens.ui.app..", "org.socklens.ui.tour..");

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("org.socklens.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule modelsKnowNoControl = noClasses()
            .that()
            .haveSimpleNameEndingWith("Model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..");

    private static ArchRule only(String room, String... mayCall) {
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(NOT_OURS.or(resideInAPackage(room)).or(inOneOf(mayCall)));
    }

    private static DescribedPredicate<JavaClass> inOneOf(String... rooms) {
        return resideInAnyPackage(rooms);
    }

    @Test
    void everyRoomSaysWhatItIsFor() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> silent = files.filter(Files::isDirectory)
                    .filter(room -> !room.equals(SOURCES) && holdsSources(room))
                    .filter(room -> !Files.exists(room.resolve("package-info.java")))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    @Test
    void noFileIsLongerThanTheWall() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty().allSatisfy(file -> assertThat(Files.readAllLines(file))
                    .hasSizeLessThanOrEqualTo(WALL_LINES));
        }
    }

    private static boolean holdsSources(Path room) {
        String[] sources = room.toFile().list((_, name) -> name.endsWith(".java"));
        return sources != null && sources.length > 0;
    }
}
