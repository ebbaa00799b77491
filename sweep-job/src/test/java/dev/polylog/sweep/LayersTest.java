package dev.polylog.sweep;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/** Dependencies point one way: app, spark, study, claim, theory, report, evidence, analysis; plan, store and config, grid, expression; the trainer. */
@AnalyzeClasses(packages = "dev.polylog.sweep", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    private static final Set<String> TRANSCENDENTAL =
            Set.of("exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "sinh", "cosh", "tanh", "cbrt");

    /** The layers, each with the packages of the trainer that it may use. */
    private static final Map<String, Set<String>> USES = Map.ofEntries(
            Map.entry("app", Set.of("bench", "cache", "engine", "expression", "linalg", "run", "task")),
            Map.entry("spark", Set.of("linalg", "observe", "run")),
            Map.entry("study", Set.of("engine", "expression", "network", "run", "task")),
            Map.entry("claim", Set.of("engine", "expression", "observe", "run", "task")),
            Map.entry("theory", Set.of("engine", "network", "observe", "optimizer", "run", "task")),
            Map.entry("report", Set.of("cache", "hash", "run")),
            Map.entry("evidence", Set.of("run")),
            Map.entry("analysis", Set.of()),
            Map.entry("plan", Set.of("cache", "engine", "observe", "run")),
            Map.entry("store", Set.of("engine", "hash", "linalg", "observe", "run")),
            Map.entry("config", Set.of("expression", "run")),
            Map.entry("grid", Set.of("expression", "run")),
            Map.entry("format", Set.of()));

    @ArchTest
    static final ArchRule LAYERS_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("app")
            .definedBy("..sweep.app..")
            .layer("spark")
            .definedBy("..sweep.spark..")
            .layer("study")
            .definedBy("..sweep.study..")
            .layer("theory")
            .definedBy("..sweep.theory..")
            .layer("claim")
            .definedBy("..sweep.claim..")
            .layer("evidence")
            .definedBy("..sweep.evidence..")
            .layer("report")
            .definedBy("..sweep.report..")
            .layer("plan")
            .definedBy("..sweep.plan..")
            .layer("analysis")
            .definedBy("..sweep.analysis..")
            .layer("config")
            .definedBy("..sweep.config..")
            .layer("store")
            .definedBy("..sweep.store..")
            .layer("grid")
            .definedBy("..sweep.grid..")
            .layer("format")
            .definedBy("..sweep.format..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("spark")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("study")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("theory")
            .mayOnlyBeAccessedByLayers("app", "study", "claim")
            .whereLayer("theory")
            .mayOnlyAccessLayers("evidence", "analysis")
            .whereLayer("claim")
            .mayOnlyBeAccessedByLayers("app", "study", "config")
            .whereLayer("claim")
            .mayOnlyAccessLayers("theory", "evidence", "analysis", "grid", "format")
            .whereLayer("evidence")
            .mayOnlyBeAccessedByLayers("app", "spark", "study", "report", "theory", "claim")
            .whereLayer("evidence")
            .mayOnlyAccessLayers("analysis", "format")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("app", "study")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("app", "spark", "study")
            .whereLayer("analysis")
            .mayOnlyBeAccessedByLayers("app", "spark", "study", "report", "theory", "evidence", "claim")
            .whereLayer("analysis")
            .mayOnlyAccessLayers("format")
            .whereLayer("format")
            .mayNotAccessAnyLayer()
            .whereLayer("config")
            .mayOnlyBeAccessedByLayers("app", "spark")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("app", "spark", "study", "plan")
            .whereLayer("grid")
            .mayOnlyBeAccessedByLayers("app", "spark", "study", "plan", "config", "claim");

    @ArchTest
    static final ArchRule EVERY_CLASS_IS_IN_A_LAYER = noClasses()
            .should()
            .resideOutsideOfPackages(USES.keySet().stream()
                    .map(layer -> "..sweep." + layer + "..")
                    .toArray(String[]::new));

    /** Specifications and results are for all to read; how numbers are computed is the trainer's own business. */
    @ArchTest
    static void eachLayerUsesOfTheTrainerWhatItSpeaksOf(JavaClasses classes) {
        USES.forEach((layer, packages) -> noClasses()
                .that()
                .resideInAPackage("..sweep." + layer + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.polylog.trainer..")
                        .and(not(resideInAnyPackage(packages.stream()
                                .map(name -> "dev.polylog.trainer." + name + "..")
                                .toArray(String[]::new)))))
                .as("Layer " + layer + " uses no other packages of the trainer than " + packages)
                .check(classes));
    }

    @ArchTest
    static final ArchRule RUNS_ARE_TRAINED_BY_TASKS_AND_THOSE_OF_THEORY_BY_THEORY = noClasses()
            .that()
            .resideOutsideOfPackages("..sweep.spark..", "..sweep.theory..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.polylog.trainer.run.Trainer");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.polylog.sweep.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_ONE_PACKAGE_KNOWS_SPARK = noClasses()
            .that()
            .resideOutsideOfPackage("..sweep.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..");

    @ArchTest
    static final ArchRule STUDIES_TOUCH_NO_FILES = noClasses()
            .that()
            .resideInAnyPackage("..sweep.study..", "..sweep.evidence..", "..sweep.claim..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "org.apache..", "com.typesafe..");

    @ArchTest
    static final ArchRule ANALYSIS_IS_PURE = noClasses()
            .that()
            .resideInAPackage("..sweep.analysis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.nio..",
                    "java.time..",
                    "dev.polylog.trainer..",
                    "org.apache..",
                    "com.typesafe..");

    /** {@code Math}'s transcendental functions may differ in the last bit between virtual machines. */
    @ArchTest
    static final ArchRule ANALYSIS_HAS_THE_SAME_BITS_EVERYWHERE = noClasses()
            .that()
            .resideInAPackage("..sweep.analysis..")
            .should()
            .accessTargetWhere(describe(
                    "a transcendental function of Math",
                    (JavaAccess<?> access) -> access.getTargetOwner().isEquivalentTo(Math.class)
                            && TRANSCENDENTAL.contains(access.getTarget().getName())));

    @ArchTest
    static final ArchRule SWEEP_FILES_ARE_READ_BY_ONE_PACKAGE = noClasses()
            .that()
            .resideInAnyPackage("..sweep.grid..", "..sweep.plan..", "..sweep.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.typesafe.config..");

    @ArchTest
    static final ArchRule FIGURES_ARE_DRAWN_BY_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("..sweep.report")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.caoccao.javet..", "com.github.weisj.jsvg..", "java.awt..");
}
